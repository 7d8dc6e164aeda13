import { expect, test } from 'vitest';
import type { DelegatedPost, HeldPost } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { barringStep, behindAct, type DoneStep } from './separation.ts';

const step = (
  step_key: string,
  closed_by_person: string | null,
  outcome = 'forward',
  by_power_of?: string,
): DoneStep => ({
  step_key,
  step_name: step_key,
  closed_by_person,
  outcome,
  by_power_of,
});

test.each([
  ['did it', [step('tham-dinh', 'lan')], true],
  ['did it, and it was done anew by another', [step('tham-dinh', 'lan'), step('tham-dinh', 'minh')], true],
  ['lent the power it was done by', [step('tham-dinh', 'minh', 'forward', 'lan')], true],
  ['did another step', [step('tiep-nhan', 'lan')], false],
  ['sent it back', [step('tham-dinh', 'lan', 'back')], false],
  ['had it taken away when it was withdrawn', [step('tham-dinh', 'lan', 'withdrawn')], false],
  ['had it, and another did it', [step('tham-dinh', 'minh')], false],
  ['had it done by another power', [step('tham-dinh', 'minh', 'forward', 'hoa')], false],
  ['saw silence do it', [step('tham-dinh', null, 'silence')], false],
])('whoever %s is barred: %s', (_, done, isBarred) => {
  expect(barringStep(['tham-dinh'], done, ['lan']) !== undefined).toBe(isBarred);
});

test('nothing bars where the process keeps nothing apart', () => {
  expect(barringStep([], [step('tham-dinh', 'lan')], ['lan'])).toBeUndefined();
});

test('behind an act by a lent power stand the hand and whose power it is', () => {
  const officer = { personId: 'minh' as Id<'person'> };
  const own: HeldPost = {
    postId: 'p' as Id<'post'>,
    unitId: 'ward' as Id<'unit'>,
    role: 'leader',
    unitScope: ['ward' as Id<'unit'>],
  };
  const lent: DelegatedPost = {
    ...own,
    delegation: {
      delegationId: 'd' as Id<'delegation'>,
      kind: 'authorised',
      acts: ['result'],
      sectors: [],
      procedures: [],
      principalPersonId: 'lan' as Id<'person'>,
      principalAccountIds: [],
    },
  };
  expect(behindAct(officer, own)).toEqual(['minh']);
  expect(behindAct(officer, undefined)).toEqual(['minh']);
  expect(behindAct(officer, lent)).toEqual(['minh', 'lan']);
});
