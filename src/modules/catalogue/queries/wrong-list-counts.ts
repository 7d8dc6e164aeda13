import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { can } from '../../identity/public.ts';
import type { ReportCount, ReportCounts } from '../core/wrong-list/report-views.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';

type Counts = Omit<ReportCount, 'key' | 'name'>;

/** How many reports came from each unit and about each procedure, and how they were answered; most first. */
export async function reportCounts(deps: CatalogueDeps, ctx: QueryContext): Promise<Result<ReportCounts>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const units = await many(
    deps.db,
    sql<Counts & { readonly unit: Id<'unit'> | null }>`
      select r.reporter_unit as unit, ${counted(ctx.now)} where r.jurisdiction = ${ctx.jurisdiction}
      group by r.reporter_unit order by reports desc, r.reporter_unit
    `,
  );
  const procedures = await many(
    deps.db,
    sql<Counts & { readonly code: string; readonly name: string }>`
      select r.code, max(coalesce(v.short_name, v.name)) as name, ${counted(ctx.now)}
      join catalogue.procedure_version v on v.jurisdiction = r.jurisdiction and v.version_id = r.version_id
      where r.jurisdiction = ${ctx.jurisdiction}
      group by r.code order by reports desc, r.code limit 200
    `,
  );
  return ok({
    byUnit: units.map(({ unit, ...counts }) => {
      if (unit === null) return { key: 'citizens', ...counts };
      return { key: unit, name: deps.identity.units.latest(unit)?.name ?? unit, ...counts };
    }),
    byProcedure: procedures.map(({ code, ...counts }) => ({ key: code, ...counts })),
  });
}

function counted(now: Date) {
  return sql`
    count(*)::int as reports, (count(*) filter (where a.answered_at <= r.due_at))::int as "inTime",
    (count(*) filter (where a.answered_at > r.due_at))::int as late,
    (count(*) filter (where a.report_id is null))::int as open,
    (count(*) filter (where a.report_id is null and r.due_at < ${now}))::int as overdue
    from catalogue.wrong_list_report r
    left join catalogue.wrong_list_answer a on a.jurisdiction = r.jurisdiction and a.report_id = r.report_id`;
}
