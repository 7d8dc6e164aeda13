import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { can } from '../../identity/public.ts';
import { type DossierRow, lockDossier } from '../store/dossier-row.ts';
import { ownsDossier } from '../store/own-dossiers.ts';
import { openSupplement, type SupplementRow } from '../store/supplements.ts';
import { requireCitizen } from './own-draft.ts';

export interface LockedSupplement {
  readonly dossier: DossierRow;
  readonly request: SupplementRow;
}

interface Wanted {
  readonly dossierId: string;
  readonly requestId: string;
}

/** The caller's own dossier, locked, with its unanswered request; somebody else's is not found. */
export async function lockOwnSupplement(
  tx: Tx,
  ctx: CommandContext,
  wanted: Wanted,
): Promise<Result<LockedSupplement>> {
  const citizen = requireCitizen(ctx);
  if (!citizen.ok) return citizen;
  const dossier = await lockDossier(tx, ctx.jurisdiction, wanted.dossierId);
  if (!dossier || !ownsDossier(citizen.value, dossier)) {
    return refuse('not-found', 'dossiers.not-found');
  }
  return withOpenRequest(tx, ctx, dossier, wanted);
}

/** The dossier, locked, with its unanswered request, for an officer of the counter or of the unit that asked. */
export async function lockOfficeSupplement(
  tx: Tx,
  ctx: CommandContext,
  wanted: Wanted,
): Promise<Result<LockedSupplement>> {
  const dossier = await lockDossier(tx, ctx.jurisdiction, wanted.dossierId);
  if (!dossier) return refuse('not-found', 'dossiers.not-found');
  const places = [dossier.received_unit_id, dossier.competent_unit_id];
  const asked = await openSupplement(tx, ctx.jurisdiction, dossier.dossier_id);
  const may = can(ctx.actor, 'dossiers.work', asked ? [...places, asked.task_unit_id] : places);
  if (ctx.actor.kind !== 'officer' || !may) return refuse('forbidden', 'dossiers.not-allowed');
  return withOpenRequest(tx, ctx, dossier, wanted);
}

async function withOpenRequest(
  tx: Tx,
  ctx: CommandContext,
  dossier: DossierRow,
  wanted: Wanted,
): Promise<Result<LockedSupplement>> {
  const request = await openSupplement(tx, ctx.jurisdiction, dossier.dossier_id);
  return request?.request_id === wanted.requestId
    ? ok({ dossier, request })
    : refuse('conflict', 'dossiers.supplement-closed');
}
