import type { DelegatedPost, HeldPost, OfficerActor, Role } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Refused, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { formatDate, formatDateTime } from '../../../texts/format.ts';
import { actingPost, delegationOf, type Matter } from '../../identity/public.ts';
import type { DossierDeps } from '../store/deps.ts';

/** A post under which an act goes ahead, and the delegation where it is somebody else's. */
export interface Power {
  readonly post: HeldPost | DelegatedPost;
  readonly delegationId?: Id<'delegation'>;
}

interface Place {
  readonly role: Role;
  readonly unitId: Id<'unit'>;
}

/**
 * The power under which the officer does this in one of the places. One that was lent is locked until the transaction
 * ends; one that ended since the page was opened is refused by name. Undefined: they have none and had none.
 */
export async function underPower(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  officer: OfficerActor,
  places: readonly Place[],
  matter: Matter | undefined,
): Promise<Result<Power | undefined>> {
  for (const { role, unitId } of places) {
    const post = actingPost(officer, role, unitId, matter);
    const delegationId = post && delegationOf(post);
    if (post && !delegationId) return ok({ post });
    if (post && delegationId && (await deps.identity.delegations.hold(tx, ctx, delegationId)))
      return ok({ post, delegationId });
  }
  for (const { role, unitId } of places) {
    const ended = await refusedAsEnded(tx, ctx, deps, role, unitId);
    if (ended) return ended;
  }
  return ok(undefined);
}

/** `dossiers.delegation-ended`, saying whose power it was, by which decision, and since when it is gone. */
async function refusedAsEnded(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  role: Role,
  unitId: Id<'unit'>,
): Promise<Refused | undefined> {
  const ended = await deps.identity.delegations.lastEnded(tx, ctx, role, unitId);
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
