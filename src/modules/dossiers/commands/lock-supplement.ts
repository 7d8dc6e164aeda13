import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { supplementPlaces } from '../core/power-places.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type DossierRow, lockDossier } from '../store/dossier-row.ts';
import { ownsDossier } from '../store/own-dossiers.ts';
import { openSupplement, type SupplementRow } from '../store/supplements.ts';
import { lockStanding, refuseUndecided } from './lock-standing.ts';
import { requireCitizen } from './own-draft.ts';
import { requirePower } from './under-power.ts';

export interface LockedSupplement {
  readonly dossier: DossierRow;
  readonly request: SupplementRow;
  /** Set where the officer acts under a post that was lent to them. */
  readonly delegationId?: Id<'delegation'> | undefined;
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

/**
 * The dossier, locked where it stands today, with its unanswered request, for an officer of the counter, of the agency that
 * decides or of the unit that asked.
 */
export async function lockOfficeSupplement(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  wanted: Wanted,
): Promise<Result<LockedSupplement>> {
  const locked = await lockStanding(tx, ctx, deps, wanted.dossierId);
  if (!locked.ok) return locked;
  const dossier = locked.value;
  const asked = await openSupplement(tx, ctx.jurisdiction, dossier.dossier_id);
  const power = await requirePower(tx, ctx, deps, dossier, supplementPlaces(dossier, asked?.task_unit_id));
  if (!power.ok) return power;
  const undecided = refuseUndecided(ctx, deps, dossier);
  if (undecided) return undecided;
  const open = await withOpenRequest(tx, ctx, dossier, wanted);
  return open.ok ? ok({ ...open.value, delegationId: power.value.delegationId }) : open;
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
