import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { maybeOne } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import { correctReportedInput } from '../core/wrong-list/report-inputs.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { createDraft } from './create-draft.ts';
import { commentDraft } from './review-draft.ts';

/**
 * Opens a draft on top of the version that an accepted report is about, with the report as its comment; where a draft of
 * the procedure is open already the comment goes there. Both halves are harmless to repeat with one request.
 */
export async function correctReported(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly draftId: string }>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const parsed = parseInput(correctReportedInput, input);
  if (!parsed.ok) return parsed;
  const report = await maybeOne(
    deps.db,
    sql<{ version_id: string; body: string; part: string; place: string | null }>`
      select r.version_id, r.body, r.part,
        (select ordinality - 1 from jsonb_array_elements(v.content -> 'components') with ordinality c
          where c.value ->> 'key' = r.component_key)::text as place
      from catalogue.wrong_list_report r
      join catalogue.wrong_list_answer a on a.jurisdiction = r.jurisdiction and a.report_id = r.report_id
      join catalogue.procedure_version v on v.jurisdiction = r.jurisdiction and v.version_id = r.version_id
      where r.jurisdiction = ${ctx.jurisdiction} and r.report_id = ${parsed.value.reportId} and a.answer = 'accepted'
    `,
  );
  if (!report) return refuse('not-found', 'catalogue.report-not-accepted');
  const created = await createDraft(deps, ctx, { from: 'version', versionId: report.version_id });
  const draftId = created.ok ? created.value.draftId : created.refusal.params?.draftId;
  if (typeof draftId !== 'string') return created.ok ? ok(created.value) : created;
  const pointer = report.place === null ? undefined : `/content/components/${report.place}`;
  const said = { draftId, text: report.body, ...(pointer !== undefined && { pointer }) };
  const commented = await commentDraft(deps, ctx, said);
  return commented.ok ? ok({ draftId }) : commented;
}
