import type { DelegatedPost, HeldPost, OfficerActor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Refused, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { formatDate, formatDateTime } from '../../../texts/format.ts';
import { delegationOf, refuseUnproved } from '../../identity/public.ts';
import type { LimitedBy } from '../core/matter.ts';
import { type PowerPlace, postIn } from '../core/power-places.ts';
import type { DossierDeps } from '../store/deps.ts';

/** A post under which an act goes ahead, and the delegation where it is somebody else's. */
export interface Power {
  readonly post: HeldPost | DelegatedPost;
  readonly delegationId?: Id<'delegation'>;
}

/**
 * The power under which the officer does this in one of the places. One that was lent is locked until the transaction
 * ends; one that ended since the page was opened is refused by name. What approves, promises or seals wants a fresh proof,
 * by the permission the power rests on. Undefined: they have none and had none.
 */
export async function underPower(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  officer: OfficerActor,
  dossier: LimitedBy,
  places: readonly PowerPlace[],
): Promise<Result<Power | undefined>> {
  for (const place of places) {
    const post = postIn(officer, dossier, [place]);
    const delegationId = post && delegationOf(post);
    if (!post || (delegationId && !(await deps.identity.delegations.hold(tx, ctx, delegationId)))) continue;
    return (
      refuseUnproved(ctx, place.permission) ??
      ok(delegationId === undefined ? { post } : { post, delegationId })
    );
  }
  return (await refusedAsEnded(tx, ctx, deps, places)) ?? ok(undefined);
}

/** The same of whoever asks; `dossiers.not-allowed` where they have none. */
export async function requirePower(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: LimitedBy,
  places: readonly PowerPlace[],
): Promise<Result<Power & { readonly officer: OfficerActor }>> {
  const { actor: officer } = ctx;
  if (officer.kind !== 'officer') return refuse('forbidden', 'dossiers.not-allowed');
  const power = await underPower(tx, ctx, deps, officer, dossier, places);
  if (!power.ok) return power;
  return power.value ? ok({ officer, ...power.value }) : refuse('forbidden', 'dossiers.not-allowed');
}

/** `dossiers.delegation-ended`, saying whose power it was, by which decision, and since when it is gone. */
async function refusedAsEnded(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  places: readonly PowerPlace[],
): Promise<Refused | undefined> {
  const ended = await deps.identity.delegations.lastEnded(tx, ctx, places);
  if (!ended) return undefined;
  const { principal, decisionNumber: number, lastOn, endedAt } = ended;
  return refuse('forbidden', 'dossiers.delegation-ended', {
    params: {
      principal,
      number,
      how: endedAt ? 'ended' : 'over',
      at: endedAt ? formatDateTime(endedAt) : formatDate(lastOn),
    },
  });
}
