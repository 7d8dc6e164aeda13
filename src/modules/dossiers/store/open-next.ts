import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Advance, PerformedStep } from '../../process/public.ts';
import type { DossierEvent } from '../core/events.ts';
import { askUnit } from './ask-unit.ts';
import type { DossierDeps } from './deps.ts';
import type { DossierRow } from './dossier-row.ts';
import { openedEvents, planTasks, unitFor, writeTasks } from './open-steps.ts';
import { type Follower, openWaits } from './open-waits.ts';
import type { NewTask } from './tasks.ts';

/**
 * Opens what a decision has led to: tasks of steps, questions to the units that coordinate in them, waits. The dossier is
 * as it will be saved (its promise, its places). Refuses a step that nobody can do.
 */
export async function openNext(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  moved: Pick<Advance, 'opened' | 'waiting'>,
  follower: Follower,
): Promise<Result<readonly DossierEvent[]>> {
  const tasks = await planTasks(tx, ctx, deps, dossier, dossier.promised_at, moved.opened);
  if (!tasks.ok) return tasks;
  await writeTasks(tx, ctx, deps, dossier, dossier.promised_at, tasks.value);
  const asked: DossierEvent[] = [];
  for (const [at, { step }] of moved.opened.entries()) {
    const task = tasks.value[at];
    if (!task) continue;
    await markHandOver(tx, ctx, step, task);
    const questions = await askCoordinators(tx, ctx, deps, dossier, step, task);
    if (!questions.ok) return questions;
    asked.push(...questions.value);
  }
  const waits = await openWaits(tx, ctx, deps, dossier, moved.waiting, follower);
  return waits.ok ? ok([...openedEvents(tasks.value), ...asked, ...waits.value]) : waits;
}

/** What another agency is to do begins with its acceptance. */
async function markHandOver(tx: Tx, ctx: CommandContext, step: PerformedStep, task: NewTask): Promise<void> {
  const { unit } = step.performer;
  if (typeof unit === 'string' || !('agency' in unit)) return;
  await sql`
    update dossiers.task set needs_acceptance = true
    where jurisdiction = ${ctx.jurisdiction} and task_id = ${task.taskId}
  `.execute(tx);
}

/** The units that coordinate in a step are asked as it opens, side by side, each for as long as the step may take. */
async function askCoordinators(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  step: PerformedStep,
  forTask: NewTask,
): Promise<Result<readonly DossierEvent[]>> {
  const today = plainDateOf(ctx.now);
  const events: DossierEvent[] = [];
  for (const { unit: rule, role } of step.coordinators ?? []) {
    const unit = unitFor(deps, rule, dossier, today);
    if (!unit || !(await deps.identity.hasPerformer(tx, unit.id, role, today))) {
      const params = { step: step.name, unit: unit?.name ?? '' };
      return refuse('unavailable', 'dossiers.step-without-officer', { params });
    }
    const { taskId, stepKey, stepName } = forTask;
    const asking = {
      kind: 'coordination',
      forTask: { taskId, stepKey, stepName },
      unitId: unit.id,
      role,
      question: step.name,
      hours: step.hours,
      mandatory: true,
      waits: false,
      silenceConsents: silenceConsents(step),
    } as const;
    events.push(await askUnit(tx, ctx, deps, dossier, asking));
  }
  return ok(events);
}

/** Silence is consent only where the process says that the step proceeds without an answer. */
export function silenceConsents(step: PerformedStep): boolean {
  return step.timers?.some((timer) => timer.kind === 'proceed') ?? false;
}
