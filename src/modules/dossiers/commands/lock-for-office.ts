import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { can, type Permission } from '../../identity/public.ts';
import { isSplit } from '../core/split-moves.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type DossierRow, lockDossier } from '../store/dossier-row.ts';
import { followSplit } from '../store/follow-split.ts';
import { tasksOf } from '../store/tasks.ts';
import { heldByOther, refuseDone } from './lock-task.ts';

/**
 * The dossier at the counter that received it, locked; refuses a stranger, a stale screen and another's counter. Who was
 * faster is named.
 */
export async function lockForIntake(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  permission: Permission,
  wanted: { readonly dossierId: string; readonly expectedVersion: number },
): Promise<Result<DossierRow>> {
  const locked = await lockDossier(tx, ctx.jurisdiction, wanted.dossierId);
  const dossier = locked && (await followSplit(tx, ctx, deps, locked));
  if (!dossier) return refuse('not-found', 'dossiers.not-found');
  if (ctx.actor.kind !== 'officer' || !can(ctx.actor, permission, [dossier.received_unit_id])) {
    return refuse('forbidden', 'dossiers.not-allowed');
  }
  if (isSplit(deps.identity.units, dossier.received_unit_id, plainDateOf(ctx.now)))
    return refuse('conflict', 'dossiers.split-undecided');
  const tasks = await tasksOf(tx, ctx.jurisdiction, wanted.dossierId);
  const intake = tasks.find((task) => task.kind === 'intake');
  if (intake?.closed_at && dossier.version !== wanted.expectedVersion)
    return refuseDone(tx, ctx, deps, intake);
  const other = intake && (await heldByOther(tx, ctx, deps, ctx.actor, intake));
  if (other) return other;
  return dossier.version === wanted.expectedVersion
    ? ok(dossier)
    : refuse('conflict', 'dossiers.stale-version');
}
