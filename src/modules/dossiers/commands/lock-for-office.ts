import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { can, type Permission } from '../../identity/public.ts';
import { type DossierRow, lockDossier } from '../store/dossier-row.ts';

/** The dossier at the counter that received it, locked; refuses a stranger, a stale screen and another's counter. */
export async function lockForIntake(
  tx: Tx,
  ctx: CommandContext,
  permission: Permission,
  wanted: { readonly dossierId: string; readonly expectedVersion: number },
): Promise<Result<DossierRow>> {
  const dossier = await lockDossier(tx, ctx.jurisdiction, wanted.dossierId);
  if (!dossier) return refuse('not-found', 'dossiers.not-found');
  if (ctx.actor.kind !== 'officer' || !can(ctx.actor, permission, [dossier.received_unit_id])) {
    return refuse('forbidden', 'dossiers.not-allowed');
  }
  if (dossier.version !== wanted.expectedVersion) return refuse('conflict', 'dossiers.stale-version');
  return ok(dossier);
}
