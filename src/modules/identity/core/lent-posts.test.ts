import { expect, test } from 'vitest';
import type { DelegatedPost, HeldPost, OfficerActor } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { aUnit } from '../testing/unit-builder.ts';
import { actingPost } from './acting-post.ts';
import { delegationOf, type Matter, permissionOfAct, readsAsDelegate, staysLent } from './lent-posts.ts';
import { can, scopeFor } from './permissions.ts';
import { unitTree } from './unit-tree.ts';

const ward = 'ward' as Id<'unit'>;
const before = 'before' as Id<'unit'>;
const section = 'section' as Id<'unit'>;
const birth: Matter = { act: 'result', procedure: '1.001193', sector: 'Hộ tịch' };

function post(role: HeldPost['role'], unitId = ward, more: Partial<HeldPost> = {}): HeldPost {
  return { postId: `${role} ${unitId}` as Id<'post'>, unitId, role, unitScope: [unitId, before], ...more };
}

function lent(more: Partial<DelegatedPost['delegation']> = {}): DelegatedPost {
  const delegation = {
    delegationId: 'd' as Id<'delegation'>,
    kind: 'authorised',
    acts: ['result'],
    sectors: [],
    procedures: [],
    principalPersonId: 'chair' as Id<'person'>,
    principalAccountIds: [],
    ...more,
  } as const;
  return { ...post('leader'), delegation };
}

function officer(posts: readonly HeldPost[], delegated: readonly DelegatedPost[]): OfficerActor {
  return {
    kind: 'officer',
    accountId: 'a' as Id<'account'>,
    personId: 'p' as Id<'person'>,
    posts,
    grants: [],
    delegated,
  };
}

/** Whether the act can be done, by the permission behind it. */
const acting = (actor: OfficerActor, role: HeldPost['role'], unitId: Id<'unit'>, matter: Matter) =>
  actingPost(actor, role, unitId, permissionOfAct[matter.act], matter);

const head = (delegated: readonly DelegatedPost[]) => officer([post('headOfSection', section)], delegated);

test('a lent post does what was lent, in its units and their predecessors, and nothing else', () => {
  const actor = head([lent()]);
  expect(acting(actor, 'leader', ward, birth)).toMatchObject({ role: 'leader' });
  expect(acting(actor, 'leader', before, birth)).toBeDefined();
  expect(acting(actor, 'leader', section, birth)).toBeUndefined();
  expect(acting(actor, 'recordsClerk', ward, birth)).toBeUndefined();
  for (const act of ['supplement', 'stop', 'apology', 'extension', 'work', 'assign'] as const)
    expect(acting(actor, 'leader', ward, { ...birth, act })).toBeUndefined();
});

test('without a matter only own posts count: a limit that cannot be checked is not met', () => {
  expect(actingPost(head([lent()]), 'leader', ward, 'dossiers.sign')).toBeUndefined();
  expect(can(head([lent()]), 'dossiers.sign', [ward])).toBe(false);
});

test.each([
  [['Hộ tịch'], [], true],
  [['Đất đai'], [], false],
  [[], ['1.001193'], true],
  [['Đất đai'], ['1.001193'], true],
  [['Đất đai'], ['1.004859'], false],
])('limited to sectors %j and procedures %j: %s', (sectors, procedures, may) => {
  const actor = head([lent({ sectors, procedures })]);
  expect(acting(actor, 'leader', ward, birth) !== undefined).toBe(may);
  expect(readsAsDelegate(actor, [ward], birth)).toBe(may);
  expect(readsAsDelegate(actor, [section], birth)).toBe(false);
});

test('lists are searched under a lent post only where it has no limit', () => {
  const units = (actor: OfficerActor) => scopeFor(actor, 'dossiers.read');
  expect(units(head([lent()]))).toMatchObject({ unitIds: [section, before, ward] });
  expect(units(head([lent({ sectors: ['Hộ tịch'] })]))).toMatchObject({ unitIds: [section, before] });
});

test('an own post goes first, and says of no delegation', () => {
  const both = officer([post('leader')], [lent()]);
  const held = acting(both, 'leader', ward, birth);
  expect(held && delegationOf(held)).toBeUndefined();
});

test('a deputy whose head has divided the fields signs what is assigned to them and nothing by their own post', () => {
  const withheld = ['dossiers.sign', 'dossiers.promise'];
  const deputy = (delegated: readonly DelegatedPost[]) =>
    officer([post('leader', ward, { withheld })], delegated);
  expect(can(deputy([]), 'dossiers.sign', [ward])).toBe(false);
  expect(can(deputy([]), 'dossiers.read', [ward])).toBe(true);
  expect(acting(deputy([]), 'leader', ward, birth)).toBeUndefined();
  expect(acting(deputy([]), 'leader', ward, { ...birth, act: 'work' })).toBeDefined();
  const assigned = deputy([lent({ kind: 'signingFor', sectors: ['Hộ tịch'] })]);
  expect(acting(assigned, 'leader', ward, birth)).toMatchObject({ delegation: { kind: 'signingFor' } });
  expect(acting(assigned, 'leader', ward, { ...birth, sector: 'Đất đai' })).toBeUndefined();
});

test('what was lent stays with people of the agency, "ký thay" with its deputy alone', () => {
  const units = unitTree(
    [aUnit({ key: 'ward' }), aUnit({ key: 'section', parentId: ward }), aUnit({ key: 'elsewhere' })],
    [],
  );
  const stays = (kind: 'authorised' | 'signingFor', ...posts: readonly HeldPost[]) =>
    staysLent(units, lent({ kind }), posts, '2026-11-24' as PlainDate);
  const elsewhere = post('leader', 'elsewhere' as Id<'unit'>);
  expect(stays('authorised', elsewhere, post('headOfSection', section))).toBe(true);
  expect(stays('authorised', elsewhere)).toBe(false);
  expect(stays('authorised')).toBe(false);
  expect(stays('signingFor', post('leader'))).toBe(true);
  expect(stays('signingFor', elsewhere, post('headOfSection', section), post('specialist'))).toBe(false);
});
