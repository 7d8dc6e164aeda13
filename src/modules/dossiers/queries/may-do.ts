import type { DelegatedPost, HeldPost } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { stepStanding } from '../core/assignment/step-standing.ts';
import { type StandIn, standsIn } from '../store/substitutions.ts';
import type { TaskRow } from '../store/tasks.ts';

/** Whether the viewer may do an open step in which this post acts, as `lockTask` will decide. */
export function mayDo(
  { actor }: QueryContext,
  task: TaskRow,
  post: HeldPost | DelegatedPost | undefined,
  standIns: readonly StandIn[],
): boolean {
  if (actor.kind !== 'officer') return false;
  const { accountId } = actor;
  return stepStanding(task, { accountId, post, standsIn: standsIn(standIns, task) }) === 'may';
}
