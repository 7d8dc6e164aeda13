import type { DelegatedPost, HeldPost } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { LentAct, Matter } from '../../identity/public.ts';

/** A dossier as far as a power over it may be limited. */
export interface LimitedBy {
  readonly procedure_code: string;
  readonly sector: string;
}

/** The act in this dossier, as a power over it is asked for. */
export function matterOf(dossier: LimitedBy, act: LentAct): Matter;
export function matterOf(dossier: LimitedBy, act: LentAct | undefined): Matter | undefined;
export function matterOf(dossier: LimitedBy, act: LentAct | undefined): Matter | undefined {
  return act && { act, procedure: dossier.procedure_code, sector: dossier.sector };
}

/** Whether whoever has the task is the one whose power was lent: their delegate need not wait for them. */
export function isOfPrincipal(
  post: HeldPost | DelegatedPost,
  task: { readonly assigned_to: Id<'account'> | null },
): boolean {
  if (!('delegation' in post) || task.assigned_to === null) return false;
  return post.delegation.principalAccountIds.includes(task.assigned_to);
}
