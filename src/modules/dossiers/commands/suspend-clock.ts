import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { can, heldPost } from '../../identity/public.ts';
import { resumeClockInput, suspendClockInput } from '../contract.ts';
import type { DossierEvent } from '../core/events.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { closeSuspension, openSuspension } from '../store/suspensions.ts';
import { tasksOf } from '../store/tasks.ts';
import { lockStanding, refuseUndecided } from './lock-standing.ts';

/** Stops the clock on a legal ground with its paper, or logs an outage or technical wait, which stops nothing. */
export function suspendClock(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly suspensionId: string }>> {
  return runCommand(deps, ctx, 'dossiers.suspend-clock', suspendClockInput, input, async (tx, wanted) => {
    const dossier = await lockRunning(tx, ctx, deps, wanted.dossierId);
    if (!dossier.ok) return dossier;
    const { ground, document } = wanted;
    const opened = await openSuspension(tx, ctx, deps, dossier.value, { ground, document });
    if (!opened.ok) return opened;
    if (opened.value.stops && !document) {
      return refuseField('/document', 'dossiers.document-needed');
    }
    await save(tx, ctx, deps, dossier.value, 'dossiers.suspend-clock', opened.value.events);
    return ok({ suspensionId: opened.value.suspensionId });
  });
}

/** Ends a line of the log: the clock runs again from now. */
export function resumeClock(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.resume-clock', resumeClockInput, input, async (tx, wanted) => {
    const dossier = await lockRunning(tx, ctx, deps, wanted.dossierId);
    if (!dossier.ok) return dossier;
    const closed = await closeSuspension(tx, ctx, deps, dossier.value, wanted.suspensionId);
    if (!closed.ok) return closed;
    await save(tx, ctx, deps, dossier.value, 'dossiers.resume-clock', closed.value.events);
    return ok(null);
  });
}

/** The dossier, locked; refuses whoever neither holds one of its open steps nor leads the agency that decides. */
async function lockRunning(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossierId: string,
): Promise<Result<DossierRow>> {
  const locked = await lockStanding(tx, ctx, deps, dossierId);
  if (!locked.ok) return locked;
  const dossier = locked.value;
  const tasks = await tasksOf(tx, ctx.jurisdiction, dossierId);
  const holds = tasks.some(
    (task) =>
      task.closed_at === null && task.kind !== 'intake' && heldPost(ctx.actor, task.role, task.unit_id),
  );
  if (
    ctx.actor.kind !== 'officer' ||
    !(holds || can(ctx.actor, 'dossiers.sign', [dossier.competent_unit_id]))
  )
    return refuse('forbidden', 'dossiers.not-allowed');
  const undecided = refuseUndecided(ctx, deps, dossier);
  if (undecided) return undecided;
  return dossier.phase === 'accepted' || dossier.phase === 'inProcess'
    ? ok(dossier)
    : refuse('conflict', 'dossiers.wrong-phase', { params: { phase: dossier.phase, act: 'suspend' } });
}

async function save(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  command: string,
  events: readonly DossierEvent[],
): Promise<void> {
  const { dossier_id: dossierId, last_seq } = dossier;
  const lastSeq = await record(tx, ctx, deps, { command, dossierId, lastSeq: last_seq, events });
  await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
}
