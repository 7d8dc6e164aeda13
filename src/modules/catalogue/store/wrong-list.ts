import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Connection } from '../../../platform/database.ts';
import { standingOf } from '../core/wrong-list/check-report.ts';
import type { AnswerKind, ReportedPart, WrongListReport } from '../core/wrong-list/report-views.ts';
import type { CatalogueDeps } from './catalogue-deps.ts';
import { type Sign, signerFor } from './names.ts';

/** Row of a report with its version and its answer, as `reportRows` selects it. */
export interface ReportRow {
  readonly report_id: string;
  readonly version_id: string;
  readonly version_number: number;
  readonly code: string;
  readonly procedure_name: string;
  readonly part: ReportedPart;
  readonly component_name: string | null;
  readonly body: string;
  readonly reporter_kind: WrongListReport['reporter']['kind'];
  readonly reporter_account: Id<'account'> | null;
  readonly reporter_unit: Id<'unit'> | null;
  readonly dossier_id: string | null;
  readonly dossier_code: string | null;
  readonly received_at: Date;
  readonly due_at: Date;
  readonly answer: AnswerKind | null;
  readonly answer_body: string | null;
  readonly answered_at: Date | null;
  readonly answered_by: Id<'account'> | null;
  /** The due time as a cursor writes it. */
  readonly place: string;
}

/** Reports `r`, their versions `v` and answers `a`; a `where` follows. */
export const reportRows = sql`
  select r.report_id, r.version_id, v.number as version_number, r.code, coalesce(v.short_name, v.name) as procedure_name,
    r.part, jsonb_path_query_first(v.content, '$.components[*] ? (@.key == $key).name',
      jsonb_build_object('key', r.component_key)) #>> '{}' as component_name,
    r.body, r.reporter_kind, r.reporter_account, r.reporter_unit, r.dossier_id, r.dossier_code, r.received_at, r.due_at,
    a.answer, a.body as answer_body, a.answered_at, a.answered_by, r.due_at::text as place
  from catalogue.wrong_list_report r
  join catalogue.procedure_version v on v.jurisdiction = r.jurisdiction and v.version_id = r.version_id
  left join catalogue.wrong_list_answer a on a.jurisdiction = r.jurisdiction and a.report_id = r.report_id`;

/** The rows as they are read, with the names of officers; citizens stay unnamed. */
export async function toReports(
  deps: Pick<CatalogueDeps, 'identity'>,
  db: Connection,
  ctx: QueryContext,
  rows: readonly ReportRow[],
): Promise<readonly WrongListReport[]> {
  const officers = rows.flatMap((row) => [
    row.reporter_kind === 'officer' ? row.reporter_account : null,
    row.answered_by,
  ]);
  const sign = await signerFor(deps, db, ctx.now, officers);
  return rows.map((row) => toReport(deps, ctx, row, sign));
}

function toReport(
  deps: Pick<CatalogueDeps, 'identity'>,
  ctx: QueryContext,
  row: ReportRow,
  sign: Sign,
): WrongListReport {
  const standing = standingOf({ dueAt: row.due_at, answeredAt: row.answered_at }, ctx.now);
  const name = row.reporter_kind === 'officer' ? sign(row.received_at, row.reporter_account).by : undefined;
  const unit = row.reporter_unit === null ? undefined : deps.identity.units.latest(row.reporter_unit)?.name;
  return {
    reportId: row.report_id,
    versionId: row.version_id,
    versionNumber: row.version_number,
    code: row.code,
    procedureName: row.procedure_name,
    part: row.part,
    ...(row.component_name === null ? {} : { component: row.component_name }),
    text: row.body,
    reporter: { kind: row.reporter_kind, ...(name && { name }), ...(unit && { unit }) },
    ...(row.dossier_id !== null && row.dossier_code !== null
      ? { dossier: { dossierId: row.dossier_id, code: row.dossier_code } }
      : {}),
    receivedAt: row.received_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    overdue: standing === 'overdue',
    ...(row.answer !== null && row.answered_at !== null
      ? {
          answer: {
            kind: row.answer,
            text: row.answer_body ?? '',
            ...sign(row.answered_at, row.answered_by),
            inTime: standing === 'inTime',
          },
        }
      : {}),
  };
}
