import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { isSplit } from '../core/split-moves.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type DossierRow, lockDossier } from '../store/dossier-row.ts';
import { followSplit } from '../store/follow-split.ts';

/** The dossier, locked, where it stands today. */
export async function lockStanding(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossierId: string,
): Promise<Result<DossierRow>> {
  const locked = await lockDossier(tx, ctx.jurisdiction, dossierId);
  return locked ? ok(await followSplit(tx, ctx, deps, locked)) : refuse('not-found', 'dossiers.not-found');
}

/**
 * Refuses `dossiers.split-undecided`: all successors of a split agency reach what was its, and none decides before one of them
 * has it. Asked after the powers, so that a stranger learns nothing.
 */
export function refuseUndecided(
  ctx: CommandContext,
  deps: DossierDeps,
  { competent_unit_id: unitId }: DossierRow,
) {
  return isSplit(deps.identity.units, unitId, plainDateOf(ctx.now))
    ? refuse('conflict', 'dossiers.split-undecided')
    : undefined;
}
