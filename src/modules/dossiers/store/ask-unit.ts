import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/database.ts';
import { stepDue } from '../../process/public.ts';
import type { DossierEvent } from '../core/events.ts';
import type { DossierDeps } from './deps.ts';
import type { DossierRow } from './dossier-row.ts';
import { insertOpinion } from './opinions.ts';

/** What is to be asked of whom, in the course of which step. */
export interface Asking {
  readonly kind: 'asked' | 'coordination';
  readonly forTask: { readonly taskId: Id<'task'>; readonly stepKey: string; readonly stepName: string };
  readonly unitId: Id<'unit'>;
  /** Undefined where the unit has nobody in this system: the asker writes the answer down. */
  readonly role: Role | undefined;
  readonly question: string;
  readonly hours: number;
  readonly mandatory: boolean;
  readonly waits: boolean;
  readonly silenceConsents: boolean;
}

/** Asks a unit: the question, and a task in its own list (marked Phối hợp) due by its own calendar. */
export async function askUnit(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  asking: Asking,
): Promise<DossierEvent> {
  const { unitId, forTask } = asking;
  const opinionId = deps.newId<'opinion'>();
  const calendar = deps.process.calendarOf(unitId, plainDateOf(ctx.now));
  const dueAt = stepDue({ hours: asking.hours }, ctx.now, calendar) ?? dossier.promised_at ?? ctx.now;
  const taskId = asking.role === undefined ? null : deps.newId<'task'>();
  if (taskId) await insertTask(tx, ctx, dossier, { ...asking, taskId, opinionId, dueAt });
  await insertOpinion(tx, ctx, dossier.dossier_id, {
    opinion_id: opinionId,
    kind: asking.kind,
    for_task_id: forTask.taskId,
    step_key: forTask.stepKey,
    unit_id: unitId,
    task_id: taskId,
    question: asking.question,
    mandatory: asking.mandatory,
    waits: asking.waits,
    silence_consents: asking.silenceConsents,
    due_at: dueAt,
  });
  return {
    type: 'dossiers.opinionAsked',
    payload: { opinionId, kind: asking.kind, ...forTask, unitId },
  };
}

/** Its step key is its own: no decision of the process can mistake it for the step it belongs to. */
async function insertTask(
  tx: Tx,
  ctx: CommandContext,
  dossier: DossierRow,
  task: Asking & { readonly taskId: Id<'task'>; readonly opinionId: Id<'opinion'>; readonly dueAt: Date },
): Promise<void> {
  await sql`
    insert into dossiers.task (jurisdiction, dossier_id, task_id, step_key, step_name, kind, unit_id, role, hours,
      opened_at, due_at, code, procedure_code, procedure_name, owner_name, promised_at, channel)
    values (${ctx.jurisdiction}, ${dossier.dossier_id}, ${task.taskId}, ${`opinion:${task.opinionId}`},
      ${task.forTask.stepName}, 'opinion', ${task.unitId}, ${task.role ?? null}, ${task.hours}, ${ctx.now},
      ${task.dueAt}, ${dossier.code}, ${dossier.procedure_code}, ${dossier.procedure_name}, ${dossier.owner_name},
      ${dossier.promised_at}, ${dossier.channel})
  `.execute(tx);
}
