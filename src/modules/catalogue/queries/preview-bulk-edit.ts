import type { QueryContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import { previewBulkEditInput } from '../core/bulk/bulk-edit.ts';
import type { BulkPreview } from '../core/bulk/bulk-preview.ts';
import { differences } from '../core/difference/differences.ts';
import { sentencesOf } from '../core/difference/sentences.ts';
import { sideBySide } from '../core/difference/side-by-side.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { planBulkEdit } from '../store/plan-bulk-edit.ts';

/** Everything an edit of many procedures would do; nothing is changed. */
export async function previewBulkEdit(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<BulkPreview>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const asked = parseInput(previewBulkEditInput, input);
  if (!asked.ok) return asked;
  const planned = await planBulkEdit(deps, deps.db, ctx, asked.value);
  if (!planned.ok) return planned;
  const { decision, edits, refused, preview } = planned.value;
  return ok({
    decision: { decisionId: decision.decision_id, number: decision.number },
    changes: edits.map(({ before, after }) => ({
      code: after.code,
      name: after.name,
      sentences: sentencesOf(differences(before, after), before, after),
      rows: sideBySide(before, after).filter(({ differs }) => differs),
    })),
    refused,
    preview,
  });
}
