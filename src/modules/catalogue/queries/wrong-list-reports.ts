import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { many, maybeOne } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import { listReportsInput, ownReportsInput } from '../core/wrong-list/report-inputs.ts';
import type { LinkedReport, ReportState, WrongListReport } from '../core/wrong-list/report-views.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { type ReportRow, reportRows, toReports } from '../store/wrong-list.ts';

const place = z.tuple([cursorInstant, z.uuid()]);

/** Reports for procedure control: what is open by due time, what is answered latest first. */
export async function listReports(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<Page<WrongListReport>>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const asked = parseInput(listReportsInput, input);
  if (!asked.ok) return asked;
  const { state, unit, code, after, limit } = asked.value;
  const cursor = readCursor(place, after);
  if (!cursor.ok) return cursor;
  const isRising = state === 'open' || state === 'overdue';
  const key = cursor.value && sql`(${cursor.value[0]}::timestamptz, ${cursor.value[1]}::uuid)`;
  const behind =
    key && (isRising ? sql`and (r.due_at, r.report_id) > ${key}` : sql`and (r.due_at, r.report_id) < ${key}`);
  const rows = await many(
    deps.db,
    sql<ReportRow>`
      ${reportRows}
      where r.jurisdiction = ${ctx.jurisdiction} and ${conditionOf(state, ctx.now)}
        and (${code ?? null}::text is null or r.code = ${code ?? null})
        ${unit === undefined ? sql`` : unit === 'citizens' ? sql`and r.reporter_unit is null` : sql`and r.reporter_unit = ${unit}`}
        ${behind ?? sql``}
      order by ${isRising ? sql`r.due_at, r.report_id` : sql`r.due_at desc, r.report_id desc`}
      limit ${limit + 1}
    `,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    items: await toReports(deps, deps.db, ctx, page),
    ...(rows.length > limit && last ? { next: writeCursor([last.place, last.report_id]) } : {}),
  });
}

function conditionOf(state: ReportState, now: Date) {
  switch (state) {
    case 'open':
      return sql`a.report_id is null`;
    case 'overdue':
      return sql`a.report_id is null and r.due_at < ${now}`;
    case 'inTime':
      return sql`a.answered_at <= r.due_at`;
    case 'late':
      return sql`a.answered_at > r.due_at`;
    case 'answered':
      return sql`a.report_id is not null`;
    case 'all':
      return sql`true`;
  }
}

/** One report, for procedure control and for whoever sent it signed in. */
export async function getReport(
  deps: CatalogueDeps,
  ctx: QueryContext,
  reportId: string,
): Promise<Result<WrongListReport>> {
  const unknown = refuse('not-found', 'catalogue.report-not-found');
  const scope = can(ctx.actor, 'catalogue.edit') ? sql`true` : sql`r.reporter_account = ${accountIn(ctx)}`;
  if (!z.uuid().safeParse(reportId).success) return unknown;
  const row = await maybeOne(
    deps.db,
    sql<ReportRow>`
      ${reportRows} where r.jurisdiction = ${ctx.jurisdiction} and r.report_id = ${reportId} and ${scope}
    `,
  );
  const [report] = row ? await toReports(deps, deps.db, ctx, [row]) : [];
  return report ? ok(report) : unknown;
}

/** The latest reports of whoever asks, all or those of one dossier. */
export async function ownReports(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<readonly WrongListReport[]>> {
  const asked = parseInput(ownReportsInput, input);
  if (!asked.ok) return asked;
  const { dossierId } = asked.value;
  const rows = await many(
    deps.db,
    sql<ReportRow>`
      ${reportRows}
      where r.jurisdiction = ${ctx.jurisdiction} and r.reporter_account = ${accountIn(ctx)}
        ${dossierId === undefined ? sql`` : sql`and r.dossier_id = ${dossierId}`}
      order by r.due_at desc, r.report_id desc limit 100
    `,
  );
  return ok(await toReports(deps, deps.db, ctx, rows));
}

/** What became of a report, for whoever holds its link. */
export async function linkedReport(
  deps: CatalogueDeps,
  ctx: QueryContext,
  token: string,
): Promise<Result<LinkedReport>> {
  const row = /^[\w-]{43}$/.test(token)
    ? await maybeOne(
        deps.db,
        sql<ReportRow>`${reportRows} where r.jurisdiction = ${ctx.jurisdiction} and r.link_token = ${token}`,
      )
    : undefined;
  const [report] = row ? await toReports(deps, deps.db, ctx, [row]) : [];
  if (!report) return refuse('not-found', 'catalogue.report-not-found');
  const { code, procedureName, versionNumber, part, component, text, receivedAt, dueAt, overdue } = report;
  const answer = report.answer && {
    kind: report.answer.kind,
    text: report.answer.text,
    at: report.answer.at,
    inTime: report.answer.inTime,
  };
  return ok({
    ...{ code, procedureName, versionNumber, part, text, receivedAt, dueAt, overdue },
    ...(component !== undefined && { component }),
    ...(answer && { answer }),
  });
}

function accountIn({ actor }: QueryContext): string | null {
  return actor.kind === 'officer' || actor.kind === 'citizen' ? actor.accountId : null;
}
