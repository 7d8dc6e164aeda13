import { describe, expect, it, test } from 'vitest';
import {
  administrator,
  aPost,
  day,
  faultsOf,
  newWard,
  on,
  planOf,
  split,
  today,
  unit,
  units,
} from '../../testing/plan-builder.ts';
import { aUnit } from '../../testing/unit-builder.ts';
import { unitTree } from '../unit-tree.ts';
import { emptyPlan, type ReorganisationPlan } from './plan.ts';
import { planFaults } from './plan-faults.ts';

describe('what keeps a plan from being carried out', () => {
  test.each([
    ['nothing in it', emptyPlan, {}, ['nothing-planned']],
    ['a day that has passed', planOf(...split(false)), { on: day('2026-11-25') }, ['day-passed']],
    [
      'parts left behind',
      planOf({
        edit: 'end',
        unitId: unit('ward'),
        successors: [{ unitId: unit('other') }],
        withParts: false,
      }),
      {},
      ['parent-missing ward/one-stop', 'parent-missing ward/office'],
    ],
    [
      'open work that nobody takes over',
      planOf({ edit: 'end', unitId: unit('other/office'), successors: [], withParts: false }),
      { work: 3 },
      ['work-without-heir other/office'],
    ],
    [
      'a code another unit carries',
      planOf({ edit: 'begin', facts: { ...newWard, gsoCode: '25459' } }),
      {},
      ['gso-code-taken n1'],
    ],
    [
      'a second counter',
      planOf({
        edit: 'begin',
        facts: { name: 'Quầy 2', tier: 'commune', kind: 'oneStop', parentId: unit('ward') },
      }),
      {},
      ['part-twice n1'],
    ],
    [
      'office hours that nobody keeps',
      planOf({ edit: 'begin', facts: { ...newWard, officeHours: 'no-such' } }),
      {},
      ['office-hours-unknown n1'],
    ],
    [
      'a post that begins after the day',
      planOf({ edit: 'end', unitId: unit('other/office'), successors: [], withParts: false }),
      { posts: [aPost({ unitId: unit('other/office'), validFrom: day('2027-01-01') })] },
      ['post-begins-later other/office'],
    ],
  ] as const)('%s', (_, plan, more, expected) => {
    const found = faultsOf(plan, { ...more, posts: 'posts' in more ? [...more.posts] : [] });
    expect(found).toEqual(expect.arrayContaining([...expected]));
  });

  it('nobody would be left to administer', () => {
    const plan = planOf({ edit: 'end', unitId: unit('other/office'), successors: [], withParts: false });
    const own = { ...administrator, unitId: unit('other/office') };
    const found = planFaults(
      plan,
      { decisionNumber: '1', effectiveOn: on },
      { units, today, posts: [own], openWork: () => 0, isCalendar: () => true },
    );
    expect(found.map(({ fault }) => fault)).toEqual(['last-administrator']);
  });

  it('a unit that another reorganisation changes later', () => {
    const later = unitTree(
      [
        aUnit({ key: 'ward', validTo: day('2027-01-01') }),
        aUnit({ key: 'ward', name: 'Tên mới', validFrom: day('2027-01-01') }),
      ],
      [],
    );
    const plan: ReorganisationPlan = { ...emptyPlan, ends: [{ unitId: unit('ward'), successors: [] }] };
    const found = planFaults(
      plan,
      { decisionNumber: '1', effectiveOn: on },
      { units: later, today, posts: [administrator], openWork: () => 0, isCalendar: () => true },
    );
    expect(found).toEqual([{ fault: 'unit-changes-later', unitId: 'ward' }]);
  });
});
