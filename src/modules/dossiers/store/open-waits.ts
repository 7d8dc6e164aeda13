import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import {
  computeDue,
  type DueRule,
  stepDue,
  type WaitStep,
  type WaitToOpen,
  type WorkingCalendar,
} from '../../process/public.ts';
import type { DossierEvent } from '../core/events.ts';
import { nextPerformer } from '../core/next-performer.ts';
import type { DossierDeps } from './deps.ts';
import type { DossierRow } from './dossier-row.ts';
import { unitFor } from './open-steps.ts';
import { openSuspension } from './suspensions.ts';
import { refreshWaiting } from './waiting.ts';

/** Who follows a wait: the unit and role that go on after it, else those that brought the dossier there. */
export interface Follower {
  readonly unitId: Id<'unit'>;
  readonly role: Role;
}

/** What a wait keeps beside its row: the line it opened in the suspension log, and the status it shows. */
interface WaitFacts {
  readonly suspensionId?: string;
  readonly status?: number;
  /** Its due time is a limit of the one waited for; otherwise it only sorts. */
  readonly limited?: true;
}

/**
 * Stands a dossier in the waits just reached: a row in the list of whoever follows it, nobody's work, and the clock
 * stopped on the ground the process names.
 */
export async function openWaits(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  waiting: readonly WaitToOpen[],
  from: Follower,
): Promise<Result<readonly DossierEvent[]>> {
  const events: DossierEvent[] = [];
  for (const { step, enteredAt } of waiting) {
    const follower = (await whoGoesOn(tx, ctx, deps, dossier, step.key)) ?? from;
    const taskId = deps.newId<'task'>();
    const calendar = deps.process.calendarOf(follower.unitId, plainDateOf(ctx.now));
    const limit = limitOf(step, enteredAt, calendar);
    const dueAt = limit ?? dossier.promised_at ?? ctx.now;
    const { key: stepKey, name: stepName } = step;
    const payload = { taskId, stepKey, stepName, unitId: follower.unitId };
    events.push({ type: 'dossiers.waitOpened', payload });
    let facts: WaitFacts = limit ? { limited: true } : {};
    const { suspension } = step.wait;
    if (suspension) {
      const opened = await openSuspension(tx, ctx, deps, dossier, suspension);
      if (!opened.ok) return opened;
      facts = { ...facts, suspensionId: opened.value.suspensionId, status: suspension.status };
      events.push(...opened.value.events);
    }
    await insertWait(tx, ctx, dossier, {
      taskId,
      stepKey,
      stepName,
      hours: step.hours ?? 0,
      dueAt,
      facts,
      follower,
    });
  }
  if (waiting.length > 0) await refreshWaiting(tx, ctx.jurisdiction, dossier.dossier_id);
  return ok(events);
}

/** The unit and role of the step that the wait leads to. */
async function whoGoesOn(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  waitKey: string,
): Promise<Follower | undefined> {
  const process = await deps.process.getProcessVersion(tx, dossier.process_version_id);
  if (!process.ok) return undefined;
  const performer = nextPerformer(process.value.graph, waitKey);
  const unit = performer && unitFor(deps, performer.unit, dossier, plainDateOf(ctx.now));
  return unit && performer ? { unitId: unit.id, role: performer.role } : undefined;
}

/** By when the one waited for is to answer, by their own limit: working hours, or a term such as 30 days. */
function limitOf(step: WaitStep, enteredAt: Date, calendar: WorkingCalendar): Date | undefined {
  const { limit } = step.wait;
  if (!limit) return stepDue({ hours: step.hours ?? 0 }, enteredAt, calendar);
  const rule: DueRule = { ...limit, cutOff: null, dueAt: 'end-of-day', roll: 'next' };
  const due = computeDue(calendar, { rule, receivedAt: enteredAt, asOf: enteredAt, suspensions: [] });
  return due.ok ? due.value.dueAt : undefined;
}

interface NewWait {
  readonly taskId: Id<'task'>;
  readonly stepKey: string;
  readonly stepName: string;
  readonly hours: number;
  readonly dueAt: Date;
  readonly facts: WaitFacts;
  readonly follower: Follower;
}

async function insertWait(tx: Tx, ctx: CommandContext, dossier: DossierRow, wait: NewWait): Promise<void> {
  await sql`
    insert into dossiers.task (jurisdiction, dossier_id, task_id, step_key, step_name, kind, unit_id, role, hours,
      opened_at, due_at, facts, code, procedure_code, procedure_name, owner_name, promised_at, channel)
    values (${ctx.jurisdiction}, ${dossier.dossier_id}, ${wait.taskId}, ${wait.stepKey}, ${wait.stepName}, 'wait',
      ${wait.follower.unitId}, ${wait.follower.role}, ${wait.hours}, ${ctx.now}, ${wait.dueAt},
      ${JSON.stringify(wait.facts)}::jsonb, ${dossier.code}, ${dossier.procedure_code}, ${dossier.procedure_name},
      ${dossier.owner_name}, ${dossier.promised_at}, ${dossier.channel})
  `.execute(tx);
}
