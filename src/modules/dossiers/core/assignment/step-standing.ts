import type { DelegatedPost, HeldPost } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { isOfPrincipal } from '../matter.ts';
import type { StepKind } from '../wire/views.ts';
import { isLent } from './substitution.ts';

/** What keeps an officer from an open step: no role in it, its head who gives it out, somebody else who has it; else `may`. */
export type StepStanding = 'may' | 'role' | 'toAssign' | 'other';

/**
 * How an officer stands to an open step: who has it, who stands in for them or was lent their power, or, while nobody has
 * it and its head does not give it out, who holds the role. The one rule: commands hold to it, screens offer by it, and
 * "vì sao" tells it.
 */
export function stepStanding(
  task: {
    readonly kind: StepKind;
    readonly assigned_to: Id<'account'> | null;
    readonly to_assign: boolean;
  },
  officer: {
    readonly accountId: Id<'account'>;
    /** The post of theirs, or lent to them, that acts in the step. */
    readonly post: HeldPost | DelegatedPost | undefined;
    /** They stand in for whoever has it. */
    readonly standsIn: boolean;
  },
): StepStanding {
  const { accountId, post, standsIn } = officer;
  if (!post && !(standsIn && isLent(task.kind))) return 'role';
  if (task.assigned_to === accountId) return 'may';
  if (task.assigned_to === null) return task.to_assign ? 'toAssign' : 'may';
  return standsIn || (post && isOfPrincipal(post, task)) ? 'may' : 'other';
}
