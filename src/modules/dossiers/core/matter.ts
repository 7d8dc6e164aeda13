import type { DelegatedPost, HeldPost } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { LentAct, Matter } from '../../identity/public.ts';
import type { StepKind } from './wire/views.ts';

/** A dossier as far as a power over it may be limited. */
export interface LimitedBy {
  readonly procedure_code: string;
  readonly sector: string;
}

/**
 * What a step is among the acts somebody may lend: signing, or the work of it. Taking in, sealing and handing over are
 * never lent: they need a post that says so.
 */
export function actOfStep(kind: StepKind): LentAct | undefined {
  if (kind === 'sign') return 'result';
  return kind === 'work' || kind === 'opinion' ? 'work' : undefined;
}

/** The act in this dossier, as a power over it is asked for. */
export function matterOf(dossier: LimitedBy, act: LentAct): Matter;
export function matterOf(dossier: LimitedBy, act: LentAct | undefined): Matter | undefined;
export function matterOf(dossier: LimitedBy, act: LentAct | undefined): Matter | undefined {
  return act && { act, procedure: dossier.procedure_code, sector: dossier.sector };
}

/** Roles that give work out. */
export const leading = ['headOfSection', 'leader'] as const;

/** Whether whoever has the task is the one whose power was lent: their delegate need not wait for them. */
export function isOfPrincipal(
  post: HeldPost | DelegatedPost,
  task: { readonly assigned_to: Id<'account'> | null },
): boolean {
  if (!('delegation' in post) || task.assigned_to === null) return false;
  return post.delegation.principalAccountIds.includes(task.assigned_to);
}
