import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import { type Suspension, stepDue, type TimedTimer } from '../../process/public.ts';
import type { DossierDeps } from './deps.ts';
import type { NewTask } from './tasks.ts';

/** A timer whose time has come. */
export interface DueTimer {
  readonly dossier_id: Id<'dossier'>;
  readonly timer_id: string;
  readonly task_id: Id<'task'>;
  readonly timer_key: string;
  readonly kind: TimedTimer['kind'];
  /** How often its step could not go on. */
  readonly refused: number;
}

/** Arms the timers of tasks just opened, each by the calendar of the unit that works on it. */
export async function armTimers(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<DossierDeps, 'newId' | 'process'>,
  dossierId: Id<'dossier'>,
  tasks: readonly NewTask[],
): Promise<void> {
  const today = plainDateOf(ctx.now);
  const rows = tasks.flatMap((task) =>
    (task.timers ?? []).map(({ key, kind, afterHours }) => ({
      timerId: deps.newId<'timer'>(),
      taskId: task.taskId,
      stepKey: task.stepKey,
      key,
      kind,
      afterHours,
      fireAt: stepDue({ hours: afterHours }, ctx.now, deps.process.calendarOf(task.unitId, today)) ?? ctx.now,
    })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into dossiers.timer (jurisdiction, dossier_id, timer_id, task_id, step_key, timer_key, kind, after_hours, fire_at)
    select ${ctx.jurisdiction}, ${dossierId}, r."timerId", r."taskId", r."stepKey", r.key, r.kind, r."afterHours", r."fireAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("timerId" uuid, "taskId" uuid, "stepKey" text, key text,
      kind text, "afterHours" numeric, "fireAt" timestamptz)
  `.execute(tx);
}

/** Times the timers of a dossier's open steps anew, with what the law stopped left out. */
export async function moveTimers(
  tx: Tx,
  ctx: Pick<CommandContext, 'jurisdiction' | 'now'>,
  deps: Pick<DossierDeps, 'process'>,
  dossierId: Id<'dossier'>,
  log: readonly Suspension[],
): Promise<void> {
  const today = plainDateOf(ctx.now);
  const armed = await many(
    tx,
    sql<{ timer_id: string; after_hours: number; begun_at: Date; unit_id: Id<'unit'> }>`
      select r.timer_id, r.after_hours::float8 as after_hours, coalesce(t.accepted_at, t.opened_at) as begun_at, t.unit_id
      from dossiers.timer r
      join dossiers.task t using (jurisdiction, dossier_id, task_id)
      where r.jurisdiction = ${ctx.jurisdiction} and r.dossier_id = ${dossierId} and r.fired_at is null
        and t.closed_at is null
    `,
  );
  for (const { timer_id, after_hours, begun_at, unit_id } of armed) {
    const calendar = deps.process.calendarOf(unit_id, today);
    const fireAt = stepDue({ hours: after_hours }, begun_at, calendar, log, ctx.now);
    if (!fireAt) continue;
    await sql`
      update dossiers.timer set fire_at = ${fireAt}, retry_at = null
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId} and timer_id = ${timer_id}
    `.execute(tx);
  }
}

/** When a timer is tried, as the index has it: a `coalesce` is not leakproof, so under the wall it would be tested on every row. */
const triedAt = sql.raw('(case when r.retry_at is not null then r.retry_at else r.fire_at end)');

/** Timers whose time has come, earliest first. Those of a dossier whose clock stands still wait. */
export function timersDue(
  connection: Connection,
  jurisdiction: Jurisdiction,
  now: Date,
  most: number,
): Promise<readonly DueTimer[]> {
  return many(
    connection,
    sql<DueTimer>`
      select r.dossier_id, r.timer_id, r.task_id, r.timer_key, r.kind, r.refused
      from dossiers.timer r
      join dossiers.task t using (jurisdiction, dossier_id, task_id)
      where r.jurisdiction = ${jurisdiction} and r.fired_at is null and ${triedAt} <= ${now}
        and t.suspended_at is null
      order by ${triedAt}, r.timer_id
      limit ${most}
    `,
  );
}

/** Takes a timer for this transaction alone: false when it has fired already. The dossier is locked. */
export async function takeTimer(
  tx: Tx,
  ctx: Pick<CommandContext, 'jurisdiction' | 'now'>,
  timer: DueTimer,
): Promise<boolean> {
  const taken = await maybeOne(
    tx,
    sql<{ timer_id: string }>`
      update dossiers.timer set fired_at = ${ctx.now}
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${timer.dossier_id} and timer_id = ${timer.timer_id}
        and fired_at is null
      returning timer_id
    `,
  );
  return taken !== undefined;
}

/** Marks the step so that lists show it: warned about, or told to who leads. */
export async function markTask(
  tx: Tx,
  ctx: Pick<CommandContext, 'jurisdiction' | 'now'>,
  timer: DueTimer,
): Promise<void> {
  await sql`
    update dossiers.task
    set warned_at = coalesce(warned_at, ${ctx.now}::timestamptz),
      escalated_at = case when ${timer.kind} = 'escalate' then ${ctx.now}::timestamptz else escalated_at end
    where jurisdiction = ${ctx.jurisdiction} and task_id = ${timer.task_id}
  `.execute(tx);
}

/** Two minutes after the first refusal, then twice as long each time, a day at most. */
const longestDelay = 24 * 60;

/** Keeps why a timer could not fire, and puts it off. */
export async function putOffTimer(
  connection: Connection,
  ctx: Pick<CommandContext, 'jurisdiction' | 'now'>,
  timer: DueTimer,
  refusal: string,
): Promise<void> {
  const minutes = Math.min(2 ** (timer.refused + 1), longestDelay);
  await sql`
    update dossiers.timer
    set refused = least(refused + 1, 1000), refusal = ${refusal}, retry_at = ${new Date(ctx.now.getTime() + minutes * 60_000)}
    where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${timer.dossier_id} and timer_id = ${timer.timer_id}
      and fired_at is null
  `.execute(connection);
}
