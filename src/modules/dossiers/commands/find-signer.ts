import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { type Matter, refuseUnproved } from '../../identity/public.ts';
import type { SigningPlace } from '../core/signing-places.ts';
import type { DossierDeps } from '../store/deps.ts';

export interface Signer {
  readonly signerId: Id<'person'>;
  readonly signerLines: readonly string[];
  /** Set where they signed by a power lent to them. */
  readonly signedUnder?: Id<'delegation'>;
}

/**
 * Who signed on paper: a post, or a delegation that lent its power. Refuses `dossiers.signer-unknown` for one nobody may
 * sign this under today in these places. Whoever puts a signature under a letter proves who they are, as whoever signs does.
 */
export async function findSigner(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  places: readonly SigningPlace[],
  key: string | undefined,
  matter: Matter,
): Promise<Result<Signer>> {
  const unproved = refuseUnproved(ctx, 'dossiers.sign');
  if (unproved) return unproved;
  const today = plainDateOf(ctx.now);
  const { delegations } = deps.identity;
  for (const { unitId, role } of places) {
    const signers = await delegations.signers(tx, unitId, role, matter, today);
    const found = signers.find((each) => each.key === key);
    if (!found) continue;
    const { personId: signerId, lines: signerLines, delegationId } = found;
    if (!delegationId) return ok({ signerId, signerLines });
    if (await delegations.hold(tx, ctx, delegationId))
      return ok({ signerId, signerLines, signedUnder: delegationId });
  }
  return refuseField('/signerPostId', 'dossiers.signer-unknown');
}
