import type { OfficerActor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { endPlaces } from '../core/power-places.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { type TaskRow, tasksOf } from '../store/tasks.ts';
import { lockStanding, refuseUndecided } from './lock-standing.ts';
import { requirePower } from './under-power.ts';

export interface DossierToEnd {
  readonly dossier: DossierRow;
  readonly open: readonly TaskRow[];
  readonly officer: OfficerActor;
  /** Set where the post they act under was lent to them. */
  readonly delegationId?: Id<'delegation'>;
}

/** The dossier, locked, for an officer whose step may stop it or a leader of its agency; refuses everybody else. */
export async function lockToEnd(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossierId: string,
): Promise<Result<DossierToEnd>> {
  const locked = await lockStanding(tx, ctx, deps, dossierId);
  if (!locked.ok) return locked;
  const dossier = locked.value;
  const process = await deps.process.getProcessVersion(tx, dossier.process_version_id);
  if (!process.ok) return process;
  const tasks = await tasksOf(tx, ctx.jurisdiction, dossierId);
  const places = endPlaces(process.value.graph, tasks, dossier);
  const power = await requirePower(tx, ctx, deps, dossier, places);
  if (!power.ok) return power;
  const undecided = refuseUndecided(ctx, deps, dossier);
  if (undecided) return undecided;
  const open = tasks.filter((task) => task.closed_at === null);
  return ok({ dossier, open, ...power.value });
}
