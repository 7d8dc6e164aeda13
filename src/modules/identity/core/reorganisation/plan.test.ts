import { describe, expect, it, test } from 'vitest';
import type { Id } from '../../../../kernel/id.ts';
import { aPost, faultsOf, newWard, on, planOf, split, unit, units } from '../../testing/plan-builder.ts';
import { editPlan } from './edit-plan.ts';
import { arrowsOf } from './effects.ts';
import { emptyPlan, planEdit } from './plan.ts';
import { postFates, vacancies } from './planned-posts.ts';
import { plannedUnits } from './planned-units.ts';
import { splitRows } from './split-rows.ts';
import { keysOf } from './unit-keys.ts';

describe('a unit that ends', () => {
  it('takes its parts along: to their like where there is one, else to new ones under the successor', () => {
    const plan = planOf(...split());
    expect(plan.ends.map((line) => [line.unitId, ...line.successors.map(({ unitId }) => unitId)])).toEqual([
      ['ward', 'n1', 'other'],
      ['ward/office', 'n2', 'other/office'],
      ['ward/one-stop', 'n3', 'n4'],
    ]);
    expect(plan.begins.map(({ facts }) => [facts.name, facts.parentId])).toEqual([
      ['Ủy ban nhân dân phường Mới', 'province'],
      ['Văn phòng phường Mới', 'n1'],
      ['Trung tâm phường Mới', 'n1'],
      ['Trung tâm xã Bên', 'other'],
    ]);
  });

  it('hands its work on one to one, in a merger, or split', () => {
    const whole = planOf(
      { edit: 'begin', facts: newWard },
      { edit: 'end', unitId: unit('ward'), successors: [{ unitId: unit('n1') }], withParts: false },
    );
    expect(arrowsOf(whole)).toEqual([{ fromId: 'ward', toId: 'n1', kind: 'oneToOne' }]);
    const merged = planOf({
      edit: 'end',
      unitId: unit('ward'),
      successors: [{ unitId: unit('other') }],
      withParts: false,
    });
    expect(arrowsOf(merged)).toEqual([{ fromId: 'ward', toId: 'other', kind: 'merge' }]);
    expect(arrowsOf(planOf(...split(false)))).toEqual([
      { fromId: 'ward', toId: 'n1', kind: 'split', part: 'khu phố 1–4' },
      { fromId: 'ward', toId: 'other', kind: 'split' },
    ]);
  });

  it('does not succeed itself, nor a unit that does not exist then, nor one twice', () => {
    const end = (...to: string[]) =>
      editPlan(
        emptyPlan,
        {
          edit: 'end',
          unitId: unit('ward'),
          successors: to.map((id) => ({ unitId: unit(id) })),
          withParts: false,
        },
        { units, on, newId: () => unit('x') },
      );
    expect(end('ward')).toMatchObject({ refusal: { type: 'identity.successor-twice' } });
    expect(end('other', 'other')).toMatchObject({ refusal: { type: 'identity.successor-twice' } });
    expect(end('nowhere')).toMatchObject({ refusal: { fields: [{ pointer: '/successors/0/unitId' }] } });
  });

  it('stays when its line is taken out, and a new unit that goes is nobody’s successor any more', () => {
    const plan = planOf(...split(), { edit: 'leave', unitId: unit('n1') });
    expect(plan.ends[0]?.successors).toEqual([{ unitId: 'other' }]);
    expect(plan.begins.some((line) => line.unitId === 'n1')).toBe(false);
  });
});

describe('a split', () => {
  const choice = {
    rules: [
      { by: 'sector' as const, value: 'Đất đai', unitId: unit('other') },
      { by: 'procedure' as const, value: '1.001193', unitId: unit('n1') },
    ],
    rest: unit('n1'),
  };
  const chosen = planOf(...split(), { edit: 'choose', unitId: unit('ward'), choice });

  it('asks for a choice before anything else is right', () => {
    expect(faultsOf(planOf(...split()))).toEqual([
      'split-undecided ward',
      'split-undecided ward/office',
      'split-undecided ward/one-stop',
    ]);
    expect(faultsOf(chosen)).toEqual([]);
  });

  it('is decided for its parts as for itself, the procedure before the sector', () => {
    const planned = plannedUnits(units, chosen, on);
    const rows = splitRows({ plan: chosen, planned, parentOf: (id) => units.unitOn(id, on)?.parentId });
    expect(rows.map(({ fromId, by, toId }) => `${fromId} ${by} ${toId}`)).toEqual([
      'ward procedure n1',
      'ward sector other',
      'ward rest n1',
      'ward/office procedure n2',
      'ward/office sector other/office',
      'ward/office rest n2',
      'ward/one-stop procedure n3',
      'ward/one-stop sector n4',
      'ward/one-stop rest n3',
    ]);
  });

  it('gives work only to those who take over', () => {
    const stray = { rules: [], rest: unit('province') };
    expect(
      editPlan(
        chosen,
        { edit: 'choose', unitId: unit('ward'), choice: stray },
        { units, on, newId: () => unit('x') },
      ),
    ).toMatchObject({ refusal: { type: 'identity.successor-unknown' } });
  });

  it('asks where each post goes', () => {
    const posts = [aPost()];
    expect(faultsOf(chosen, { posts })).toEqual(['posts-undecided ward/office']);
    const placed = planOf(
      ...split(),
      { edit: 'choose', unitId: unit('ward'), choice },
      { edit: 'place', places: [{ postId: 'p1' as Id<'post'>, unitId: unit('n2') }] },
    );
    expect(faultsOf(placed, { posts })).toEqual([]);
    expect(postFates(placed, posts)).toEqual([{ post: posts[0], to: 'n2' }]);
    const missing = vacancies(placed, plannedUnits(units, placed, on), posts, on);
    expect(missing.filter(({ unitId }) => unitId === 'n2').map(({ role }) => role)).toEqual([
      'headOfSection',
    ]);
    expect(missing.filter(({ unitId }) => unitId === 'n1').map(({ role }) => role)).toEqual([
      'leader',
      'recordsClerk',
    ]);
  });
});

test('keys are made of names, parts below their parent’s, numbered when taken', () => {
  const plan = planOf(...split());
  const keys = keysOf(
    plan,
    (id) => units.latest(id)?.key,
    (key) => key === 'phuong-moi' || key === 'other/one-stop',
  );
  expect([...keys.values()]).toEqual([
    'phuong-moi-2',
    'phuong-moi-2/office',
    'phuong-moi-2/one-stop',
    'other/one-stop-2',
  ]);
});

test('what comes from outside is parsed: an edit of no kind, a code that is none', () => {
  expect(planEdit.safeParse({ edit: 'burn', unitId: 'x' }).success).toBe(false);
  expect(
    planEdit.safeParse({ edit: 'begin', facts: { ...newWard, parentId: undefined, gsoCode: 'abc' } }).success,
  ).toBe(false);
});
