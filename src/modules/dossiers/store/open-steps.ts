import type { CommandContext } from '../../../kernel/context.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Unit } from '../../identity/public.ts';
import {
  type PerformerUnit,
  type StepToOpen,
  stepDue,
  timersOf,
  unitOfPerformer,
} from '../../process/public.ts';
import type { DossierEvent } from '../core/events.ts';
import type { DossierDeps } from './deps.ts';
import type { DossierRow } from './dossier-row.ts';
import { personFor } from './person-for.ts';
import { type NewTask, openTasks } from './tasks.ts';
import { armTimers } from './timers.ts';

type Places = Pick<
  DossierRow,
  'dossier_id' | 'received_unit_id' | 'competent_unit_id' | 'procedure_code' | 'sector'
>;

/** Tasks for the steps just reached, each at its unit and due by that unit's calendar; refuses a step nobody can do. */
export async function planTasks(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  places: Places,
  promisedAt: Date | null,
  opened: readonly StepToOpen[],
): Promise<Result<readonly NewTask[]>> {
  const today = plainDateOf(ctx.now);
  const { sector, procedure_code: procedureCode } = places;
  const warning = await deps.process.findWarningShare(tx, { sector, procedureCode, on: today });
  const tasks: NewTask[] = [];
  for (const { step, enteredAt } of opened) {
    const unit = unitFor(deps, step.performer.unit, places, today);
    if (!unit || !(await deps.identity.hasPerformer(tx, unit.id, step.performer.role, today))) {
      return refuse('unavailable', 'dossiers.step-without-officer', {
        params: { step: step.name, unit: unit?.name ?? '' },
      });
    }
    const calendar = deps.process.calendarOf(unit.id, today);
    tasks.push({
      taskId: deps.newId<'task'>(),
      stepKey: step.key,
      stepName: step.name,
      kind: step.kind,
      unitId: unit.id,
      role: step.performer.role,
      hours: step.hours,
      timers: timersOf(step, warning),
      ...(step.notBy && { notBy: step.notBy }),
      dueAt: stepDue(step, enteredAt, calendar) ?? appointment(promisedAt, ctx.now),
      ...(await personFor(tx, ctx, deps, places.dossier_id, step, unit.id, tasks)),
    });
  }
  return ok(tasks);
}

/** When people are to come for what is ready: on the promised day, never before it is ready. */
function appointment(promisedAt: Date | null, now: Date): Date {
  return promisedAt && promisedAt > now ? promisedAt : now;
}

/** Writes the planned tasks and arms their timers. */
export async function writeTasks(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<DossierDeps, 'newId' | 'process'>,
  dossier: DossierRow,
  promisedAt: Date | null,
  tasks: readonly NewTask[],
): Promise<void> {
  await openTasks(
    tx,
    ctx,
    {
      dossierId: dossier.dossier_id,
      code: dossier.code,
      procedureCode: dossier.procedure_code,
      procedureName: dossier.procedure_name,
      ownerName: dossier.owner_name,
      promisedAt,
      channel: dossier.channel,
    },
    tasks,
  );
  await armTimers(tx, ctx, deps, dossier.dossier_id, tasks);
}

/** The events of tasks opened. */
export function openedEvents(tasks: readonly NewTask[]): readonly DossierEvent[] {
  return tasks.map((task) => ({
    type: 'dossiers.stepOpened',
    payload: {
      taskId: task.taskId,
      stepKey: task.stepKey,
      stepName: task.stepName,
      unitId: task.unitId,
      ...(task.assignedTo !== undefined && { assignedTo: task.assignedTo }),
    },
  }));
}

/** The unit a step's performer rule names, as it stands today. */
export function unitFor(
  deps: DossierDeps,
  rule: PerformerUnit,
  places: Places,
  today: PlainDate,
): Unit | undefined {
  const { received_unit_id: received, competent_unit_id: competent } = places;
  const work = { procedure: places.procedure_code, sector: places.sector };
  return unitOfPerformer(deps.identity.units, rule, { received, competent, work }, today);
}
