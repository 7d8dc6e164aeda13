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
  readonly opened_at: Date;
  readonly due_at: Date;
  readonly log:
    | readonly { readonly from: string; readonly to: string | null; readonly effect: Suspension['effect'] }[]
    | null;
}

/**
 * Due times of the open steps at units that work by this calendar, counted anew by it; returns how many moved. Steps of a
 * dossier whose clock stands still wait for its resumption; the intake answers by what it was told at submission.
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
      select t.dossier_id, t.task_id, t.unit_id, t.hours::float8 as hours, t.opened_at, t.due_at,
        (select jsonb_agg(jsonb_build_object('from', s.from_at, 'to', s.to_at, 'effect', s.effect) order by s.from_at)
         from dossiers.suspension s where s.jurisdiction = t.jurisdiction and s.dossier_id = t.dossier_id) as log
      from dossiers.task t
      where t.jurisdiction = ${ctx.jurisdiction} and t.closed_at is null and t.suspended_at is null and t.kind <> 'intake'
        and t.hours > 0
    `,
  );
  const moved = open.flatMap((step) => {
    if (deps.process.calendarOf(step.unit_id, today).code !== calendar.code) return [];
    const log = (step.log ?? []).map(({ from, to, effect }) => ({
      from: new Date(from),
      to: to === null ? null : new Date(to),
      effect,
    }));
    const due = stepDue({ hours: step.hours }, step.opened_at, calendar, log, ctx.now);
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
