import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import type { Unit } from '../../identity/public.ts';
import { allowedOutcomes, findStep, type StepToOpen } from '../../process/public.ts';
import { type TransferDossierInput, transferDossierInput } from '../contract.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { openedEvents, planTasks, writeTasks } from '../store/open-steps.ts';
import { competentUnits, oneStopOf } from '../store/pinned.ts';
import { awaitPostAt } from '../store/postal-items.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { standingUnit } from '../store/standing-unit.ts';
import { closeTask, type NewTask, type TaskRow, tasksOf } from '../store/tasks.ts';
import { type LockedTask, lockWork } from './lock-task.ts';

/**
 * Hands a dossier that came to the wrong agency to the competent one, before or after acceptance. Code, promise, receipts
 * and everything done so far stay; the steps open now are opened anew at the other agency.
 */
export function transferDossier(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.transfer', transferDossierInput, input, (tx, wanted) =>
    transfer(tx, ctx, deps, wanted),
  );
}

async function transfer(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  wanted: TransferDossierInput,
): Promise<Result<null>> {
  const locked = await lockWork(tx, ctx, deps, wanted.taskId);
  if (!locked.ok) return locked;
  const { dossier, task } = locked.value;
  const atIntake = task.kind === 'intake';
  const phase = phaseAfter(dossier.phase, atIntake ? 'transferAtIntake' : 'advance');
  if (!phase.ok) return phase;
  if (task.waiting !== null) return refuse('conflict', 'dossiers.task-waits');
  const to = await targetOf(tx, ctx, deps, dossier, wanted.toUnitId);
  if (!to.ok) return to;
  const moved = placesAt(ctx, deps, dossier, to.value, atIntake);
  if (!moved.ok) return moved;
  const tasks = await reopen(tx, ctx, deps, locked.value, { ...dossier, ...moved.value });
  if (!tasks.ok) return tasks;
  for (const old of tasks.value.closing) {
    await closeTask(tx, ctx, old.task_id, { outcome: 'transfer', note: wanted.reason });
  }
  await writeTasks(tx, ctx, deps, dossier, dossier.promised_at, tasks.value.opening);
  const payload = {
    fromUnitId: dossier.competent_unit_id,
    unitId: to.value.id,
    stepName: task.step_name,
  };
  const lastSeq = await record(tx, ctx, deps, {
    delegationId: locked.value.delegationId,
    command: 'dossiers.transfer',
    dossierId: dossier.dossier_id,
    lastSeq: dossier.last_seq,
    events: [{ type: 'dossiers.transferred', payload }, ...openedEvents(tasks.value.opening)],
  });
  await saveDossier(tx, ctx.jurisdiction, dossier, { phase: phase.value, ...moved.value }, lastSeq);
  await awaitPostAt(tx, ctx, dossier.dossier_id, moved.value.received_unit_id);
  return ok(null);
}

/** Another agency that may decide on the procedure today. */
async function targetOf(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  toUnitId: string,
): Promise<Result<Unit>> {
  const today = plainDateOf(ctx.now);
  const version = await deps.catalogue.getVersion(
    tx,
    ctx.jurisdiction,
    dossier.procedure_version_id,
    plainDateOf(dossier.submitted_at),
  );
  if (!version.ok) return version;
  const to = competentUnits(deps, version.value, today).find((unit) => unit.id === toUnitId);
  const isHere = toUnitId === standingUnit(deps.identity.units, dossier.competent_unit_id, today);
  return to && !isHere ? ok(to) : refuseField('/toUnitId', 'dossiers.unit-not-competent');
}

type Places = Pick<DossierRow, 'received_unit_id' | 'competent_unit_id' | 'return_unit_id'>;

/** Not yet accepted, it goes to the other agency's own counter; afterwards it stays received where it was. */
function placesAt(
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  to: Unit,
  atIntake: boolean,
): Result<Places> {
  const { received_unit_id, return_unit_id } = dossier;
  if (!atIntake) return ok({ received_unit_id, return_unit_id, competent_unit_id: to.id });
  const counter = oneStopOf(deps, to, plainDateOf(ctx.now));
  if (!counter) return refuse('unavailable', 'dossiers.unit-without-officer', { params: { unit: to.name } });
  return ok({ received_unit_id: counter.id, return_unit_id: counter.id, competent_unit_id: to.id });
}

interface Reopened {
  readonly closing: readonly TaskRow[];
  readonly opening: readonly NewTask[];
}

/** The steps to be worked elsewhere: those open now whose unit follows from the agency. */
async function reopen(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier, task }: LockedTask,
  places: DossierRow,
): Promise<Result<Reopened>> {
  const process = await deps.process.getProcessVersion(tx, dossier.process_version_id);
  if (!process.ok) return process;
  const { graph } = process.value;
  const own = findStep(graph, task.step_key)?.step;
  if (task.kind !== 'intake' && (!own || !allowedOutcomes(own).includes('transfer'))) {
    return refuse('invalid', 'dossiers.transfer-not-here', { params: { step: task.step_name } });
  }
  const closing: TaskRow[] = [];
  const steps: StepToOpen[] = [];
  for (const open of await tasksOf(tx, ctx.jurisdiction, dossier.dossier_id)) {
    const step = findStep(graph, open.step_key)?.step;
    const unit = step?.performer.unit;
    const follows = unit === 'competent' || (typeof unit === 'object' && 'section' in unit);
    if (open.closed_at !== null || !step || !(follows || open.kind === 'intake')) continue;
    closing.push(open);
    steps.push({ step, enteredAt: ctx.now });
  }
  const opening = await planTasks(tx, ctx, deps, places, dossier.promised_at, steps);
  if (!opening.ok) return opening;
  const kept = task.kind === 'intake' ? { dueAt: task.due_at } : {};
  return ok({ closing, opening: opening.value.map((each) => ({ ...each, ...kept })) });
}
