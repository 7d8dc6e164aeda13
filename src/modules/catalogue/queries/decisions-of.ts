import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { can } from '../../identity/public.ts';
import type { DecisionChange } from '../core/decisions/decision-inputs.ts';
import type { ProcedureDecision } from '../core/decisions/procedure-decision.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { checksOf } from '../store/checks.ts';
import { type DecisionRow, decisionColumns } from '../store/decisions.ts';
import { signerFor } from '../store/names.ts';

type Row = DecisionRow & {
  readonly change: DecisionChange | null;
  readonly version_ids: readonly string[];
  readonly draft_id: string | null;
};

/**
 * Every decision that touches a procedure, by its text or its lists, latest first, with the versions that rest on it: the one
 * it put in force or ended, or, where it only changes lists or a text of another decision, the one in force on its day.
 */
export async function decisionsOf(
  deps: CatalogueDeps,
  ctx: QueryContext,
  code: string,
): Promise<Result<readonly ProcedureDecision[]>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const rows = await many(
    deps.db,
    sql<Row>`
      select ${decisionColumns}, l.change, l.draft_id, array(
          select v.version_id from catalogue.procedure_version v
          where v.jurisdiction = d.jurisdiction and v.code = ${code}
            and (v.version_id = t.version_id or v.ended_by = d.decision_id
              or t.version_id is null and d.in_force_from is not null and v.valid @> d.in_force_from)
          order by v.number
        )::text[] as version_ids
      from catalogue.decision d
      left join catalogue.decision_line l
        on l.jurisdiction = d.jurisdiction and l.decision_id = d.decision_id and l.code = ${code}
      left join catalogue.draft t on t.jurisdiction = l.jurisdiction and t.draft_id = l.draft_id
      where d.jurisdiction = ${ctx.jurisdiction} and (l.code is not null or exists (
        select from catalogue.decision_list_line i
        where i.jurisdiction = d.jurisdiction and i.decision_id = d.decision_id and i.code = ${code}
      ))
      order by d.decided_on desc, d.decision_id desc
    `,
  );
  const drafts = rows.flatMap(({ draft_id: draftId }) => draftId ?? []);
  const checks = await checksOf(deps.db, ctx.jurisdiction, drafts);
  const sign = await signerFor(
    deps,
    deps.db,
    ctx.now,
    checks.map(({ by }) => by),
  );
  return ok(
    rows.map((row) => ({
      ...view(row),
      checks: checks
        .filter((check) => check.draft_id === row.draft_id)
        .map(({ facts, at, by }) => ({ facts, last: sign(at, by) })),
    })),
  );
}

function view(row: Row): Omit<ProcedureDecision, 'checks'> {
  return {
    decisionId: row.decision_id,
    kind: row.kind,
    number: row.number,
    decidedOn: row.decided_on,
    agency: row.agency,
    ...(row.signer === null ? {} : { signer: row.signer }),
    ...(row.file_id === null ? {} : { fileId: row.file_id }),
    ...(row.announced_on === null ? {} : { announcedOn: row.announced_on }),
    ...(row.published_on === null ? {} : { publishedOn: row.published_on }),
    ...(row.posted_on === null ? {} : { postedOn: row.posted_on }),
    ...(row.in_force_from === null ? {} : { inForceFrom: row.in_force_from }),
    ...(row.change === null ? {} : { change: row.change }),
    versionIds: row.version_ids,
  };
}
