import { expect, test } from 'vitest';
import type { HeldPost } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { aUnit } from '../testing/unit-builder.ts';
import { type GrantRow, grantsAsOf } from './grant-reach.ts';
import { unitTree } from './unit-tree.ts';

const day = (text: string) => text as PlainDate;
const id = (text: string) => text as Id<'unit'>;
const today = day('2026-11-26');

const tree = unitTree(
  [
    aUnit({ key: 'province', kind: 'province', tier: 'province', validFrom: day('1976-01-01') }),
    aUnit({ key: 'old', parentId: id('province'), validFrom: day('2004-01-01'), validTo: day('2025-07-01') }),
    aUnit({ key: 'ward', parentId: id('province'), validFrom: day('2025-07-01') }),
    aUnit({ key: 'office', parentId: id('ward'), validFrom: day('2025-07-01') }),
    aUnit({ key: 'other', parentId: id('province') }),
  ],
  [{ fromId: id('old'), toId: id('ward'), on: day('2025-07-01'), kind: 'oneToOne' }],
);

const post: HeldPost = {
  postId: 'p' as Id<'post'>,
  unitId: id('office'),
  role: 'specialist',
  unitScope: [id('office')],
};

function row(more: Partial<GrantRow>): GrantRow {
  return {
    grant_id: 'g' as Id<'grant'>,
    permission: 'dossiers.read',
    scope: 'jurisdiction',
    unit_id: null,
    sector: null,
    ...more,
  };
}

function reachOf(more: Partial<GrantRow>) {
  return grantsAsOf(tree, [row(more)], [post], today)[0]?.reach;
}

test.each([
  ['own: the units of the posts', { scope: 'own' }, ['office']],
  ['unit: with what it succeeded', { scope: 'unit', unit_id: id('ward') }, ['ward', 'old']],
  [
    'unit that has ended: followed into its successor',
    { scope: 'unit', unit_id: id('old') },
    ['ward', 'old'],
  ],
  ['subtree: all below', { scope: 'subtree', unit_id: id('ward') }, ['ward', 'old', 'office']],
  [
    'subtree of the province',
    { scope: 'subtree', unit_id: id('province') },
    ['province', 'ward', 'old', 'other', 'office'],
  ],
] as const)('%s', (_, more, unitIds) => {
  const reach = reachOf(more);
  expect(reach?.kind === 'units' && [...reach.unitIds].sort()).toEqual([...unitIds].sort());
});

test('a sector and the whole jurisdiction need no units', () => {
  expect(reachOf({ scope: 'sector', sector: 'Hộ tịch' })).toEqual({ kind: 'sectors', sectors: ['Hộ tịch'] });
  expect(reachOf({})).toEqual({ kind: 'jurisdiction' });
});

test('what the permission file does not let be given counts for nothing, whatever a row says', () => {
  expect(reachOf({ permission: 'dossiers.sign' })).toBeUndefined();
  expect(reachOf({ permission: 'identity.manage' })).toBeUndefined();
  expect(reachOf({ permission: 'catalogue.edit', scope: 'own' })).toBeUndefined();
  expect(reachOf({ permission: 'no.such' })).toBeUndefined();
});
