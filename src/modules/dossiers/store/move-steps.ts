import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { many, type Tx } from '../../../platform/database.ts';
import { type Suspension, stepDue, type UnitCalendar } from '../../process/public.ts';
import type { DossierDeps } from './deps.ts';

interface OpenStep {
  readonly dossier_id: string;
  readonly task_id: string;
  readonly unit_id: Id<'unit'>;
  readonly hours: number;
  /** An accepted hand-over counts from its acceptance. */
  readonly begun_at: Date;
  readonly due_at: Date;
  readonly log:
    | readonly { readonly from: string; readonly to: string | null; readonly effect: Suspension['effect'] }[]
    | null;
}

interface ArmedTimer {
  readonly dossier_id: string;
  readonly timer_id: string;
  readonly unit_id: Id<'unit'>;
  readonly after_hours: number;
  readonly begun_at: Date;
  readonly fire_at: Date;
  readonly log: OpenStep['log'];
}

/** The log of a dossier beside its step. */
const logOf = sql.raw(`(
  select jsonb_agg(jsonb_build_object('from', s.from_at, 'to', s.to_at, 'effect', s.effect) order by s.from_at)
  from dossiers.suspension s where s.jurisdiction = t.jurisdiction and s.dossier_id = t.dossier_id) as log`);

/**
 * Due times of the open steps at units that work by this calendar, counted anew by it; returns how many moved. Steps of a
 * dossier whose clock stands still wait for its resumption; the intake answers by what it was told at submission. The timers
 * of the steps move with them.
 */
export async function moveOpenSteps(
  tx: Tx,
  ctx: Pick<QueryContext, 'jurisdiction' | 'now'>,
  deps: Pick<DossierDeps, 'process'>,
  calendar: UnitCalendar,
): Promise<number> {
  const today = plainDateOf(ctx.now);
  const open = await many(
    tx,
    sql<OpenStep>`
      select t.dossier_id, t.task_id, t.unit_id, t.hours::float8 as hours, coalesce(t.accepted_at, t.opened_at) as begun_at,
        t.due_at,
        ${logOf}
      from dossiers.task t
      where t.jurisdiction = ${ctx.jurisdiction} and t.closed_at is null and t.suspended_at is null and t.kind <> 'intake'
        and t.hours > 0
    `,
  );
  await moveOpenTimers(tx, ctx, deps, calendar);
  const moved = open.flatMap((step) => {
    if (deps.process.calendarOf(step.unit_id, today).code !== calendar.code) return [];
    const due = stepDue({ hours: step.hours }, step.begun_at, calendar, suspensionsIn(step.log), ctx.now);
    return due && due.getTime() !== step.due_at.getTime() ? [{ ...step, due }] : [];
  });
  if (moved.length === 0) return 0;
  await sql`
    update dossiers.task t set due_at = m.due_at
    from unnest(
      ${moved.map(({ dossier_id }) => dossier_id)}::uuid[],
      ${moved.map(({ task_id }) => task_id)}::uuid[],
      ${moved.map(({ due }) => due)}::timestamptz[]
    ) as m(dossier_id, task_id, due_at)
    where t.jurisdiction = ${ctx.jurisdiction} and t.dossier_id = m.dossier_id and t.task_id = m.task_id
      and t.closed_at is null
  `.execute(tx);
  return moved.length;
}

async function moveOpenTimers(
  tx: Tx,
  ctx: Pick<QueryContext, 'jurisdiction' | 'now'>,
  deps: Pick<DossierDeps, 'process'>,
  calendar: UnitCalendar,
): Promise<void> {
  const today = plainDateOf(ctx.now);
  const armed = await many(
    tx,
    sql<ArmedTimer>`
      select r.dossier_id, r.timer_id, t.unit_id, r.after_hours::float8 as after_hours,
        coalesce(t.accepted_at, t.opened_at) as begun_at, r.fire_at, ${logOf}
      from dossiers.timer r
      join dossiers.task t using (jurisdiction, dossier_id, task_id)
      where r.jurisdiction = ${ctx.jurisdiction} and r.fired_at is null and t.closed_at is null and t.suspended_at is null
    `,
  );
  const moved = armed.flatMap((timer) => {
    if (deps.process.calendarOf(timer.unit_id, today).code !== calendar.code) return [];
    const at = stepDue(
      { hours: timer.after_hours },
      timer.begun_at,
      calendar,
      suspensionsIn(timer.log),
      ctx.now,
    );
    return at && at.getTime() !== timer.fire_at.getTime() ? [{ ...timer, at }] : [];
  });
  if (moved.length === 0) return;
  await sql`
    update dossiers.timer r set fire_at = m.fire_at, retry_at = null
    from unnest(
      ${moved.map(({ dossier_id }) => dossier_id)}::uuid[],
      ${moved.map(({ timer_id }) => timer_id)}::uuid[],
      ${moved.map(({ at }) => at)}::timestamptz[]
    ) as m(dossier_id, timer_id, fire_at)
    where r.jurisdiction = ${ctx.jurisdiction} and r.dossier_id = m.dossier_id and r.timer_id = m.timer_id
      and r.fired_at is null
  `.execute(tx);
}

function suspensionsIn(log: OpenStep['log']): readonly Suspension[] {
  return (log ?? []).map(({ from, to, effect }) => ({
    from: new Date(from),
    to: to === null ? null : new Date(to),
    effect,
  }));
}
