import { expect, test } from 'vitest';
import type { DelegatedPost, HeldPost } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { StepKind } from '../wire/views.ts';
import { stepStanding } from './step-standing.ts';

const me = 'me' as Id<'account'>;
const chair = 'chair' as Id<'account'>;
const other = 'other' as Id<'account'>;
const unitId = 'ward' as Id<'unit'>;
const post: HeldPost = { postId: 'post' as Id<'post'>, unitId, role: 'leader', unitScope: [unitId] };
const lent: DelegatedPost = {
  ...post,
  delegation: {
    delegationId: 'd' as Id<'delegation'>,
    kind: 'authorised',
    acts: ['work'],
    sectors: [],
    procedures: [],
    principalPersonId: 'chair' as Id<'person'>,
    principalAccountIds: [chair],
  },
};

test.each([
  ['nobody has it, and the role is mine', 'work', null, false, post, false, 'may'],
  ['nobody has it, and I have no role', 'work', null, false, undefined, false, 'role'],
  ['its head gives it out', 'work', null, true, post, false, 'toAssign'],
  ['it is mine', 'sign', me, false, post, false, 'may'],
  ['it was mine, and the post is gone', 'sign', me, false, undefined, false, 'role'],
  ['somebody else has it', 'work', other, false, post, false, 'other'],
  ['I stand in for who has it', 'work', other, false, undefined, true, 'may'],
  ['standing in lends no signature', 'sign', other, false, undefined, true, 'role'],
  ['standing in with a post of my own', 'sign', other, false, post, true, 'may'],
  ['who lent me their power has it', 'sign', chair, false, lent, false, 'may'],
  ['a lent power opens nothing of a third person', 'sign', other, false, lent, false, 'other'],
] as const)('%s', (_, kind, assigned_to, to_assign, acting, standsIn, standing) => {
  const task = { kind: kind satisfies StepKind, assigned_to, to_assign };
  expect(stepStanding(task, { accountId: me, post: acting, standsIn })).toBe(standing);
});
