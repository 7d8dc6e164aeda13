import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { ActionName } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { resumeClockInput, suspendClockInput } from '../contract.ts';
import type { DossierEvent } from '../core/events.ts';
import { clockPlaces } from '../core/power-places.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { suspensionsOf } from '../store/suspension-log.ts';
import { closeSuspension, openSuspension } from '../store/suspensions.ts';
import { tasksOf } from '../store/tasks.ts';
import { lockStanding, refuseUndecided } from './lock-standing.ts';
import { requirePower } from './under-power.ts';

/** Stops the clock on a legal ground with its paper, or logs an outage or technical wait, which stops nothing. */
export function suspendClock(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly suspensionId: string }>> {
  return runCommand(deps, ctx, 'dossiers.suspend-clock', suspendClockInput, input, async (tx, wanted) => {
    const locked = await lockRunning(tx, ctx, deps, wanted.dossierId);
    if (!locked.ok) return locked;
    const { ground, document } = wanted;
    const opened = await openSuspension(tx, ctx, deps, locked.value.dossier, { ground, document });
    if (!opened.ok) return opened;
    if (opened.value.stops && !document) {
      return refuseField('/document', 'dossiers.document-needed');
    }
    await save(tx, ctx, deps, locked.value, 'dossiers.suspend-clock', opened.value.events);
    return ok({ suspensionId: opened.value.suspensionId });
  });
}

/** Ends a line of the log: the clock runs again from now. What waits for papers or a message is ended by these alone. */
export function resumeClock(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.resume-clock', resumeClockInput, input, async (tx, wanted) => {
    const locked = await lockRunning(tx, ctx, deps, wanted.dossierId);
    if (!locked.ok) return locked;
    const { dossier_id: dossierId } = locked.value.dossier;
    const log = await suspensionsOf(tx, ctx.jurisdiction, dossierId);
    if (log.some((line) => line.suspensionId === wanted.suspensionId && line.awaits))
      return refuse('conflict', 'dossiers.suspension-awaits');
    const closed = await closeSuspension(tx, ctx, deps, locked.value.dossier, wanted.suspensionId);
    if (!closed.ok) return closed;
    await save(tx, ctx, deps, locked.value, 'dossiers.resume-clock', closed.value.events);
    return ok(null);
  });
}

interface LockedRunning {
  readonly dossier: DossierRow;
  /** Set where the post they act under was lent to them. */
  readonly delegationId?: Id<'delegation'>;
}

/** The dossier, locked; refuses whoever neither holds one of its open steps nor signs for the agency that decides. */
async function lockRunning(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossierId: string,
): Promise<Result<LockedRunning>> {
  const locked = await lockStanding(tx, ctx, deps, dossierId);
  if (!locked.ok) return locked;
  const dossier = locked.value;
  const tasks = await tasksOf(tx, ctx.jurisdiction, dossierId);
  const power = await requirePower(tx, ctx, deps, dossier, clockPlaces(tasks, dossier));
  if (!power.ok) return power;
  const undecided = refuseUndecided(ctx, deps, dossier);
  if (undecided) return undecided;
  return dossier.phase === 'accepted' || dossier.phase === 'inProcess'
    ? ok({ dossier, ...power.value })
    : refuse('conflict', 'dossiers.wrong-phase', { params: { phase: dossier.phase, act: 'suspend' } });
}

async function save(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier, delegationId }: LockedRunning,
  command: ActionName,
  events: readonly DossierEvent[],
): Promise<void> {
  const { dossier_id: dossierId, last_seq } = dossier;
  const lastSeq = await record(tx, ctx, deps, {
    command,
    dossierId,
    lastSeq: last_seq,
    events,
    delegationId,
  });
  await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
}
