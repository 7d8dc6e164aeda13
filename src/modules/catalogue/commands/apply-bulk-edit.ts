import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { type ActionName, recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { can } from '../../identity/public.ts';
import { applyBulkEditInput } from '../core/bulk/bulk-edit.ts';
import { applyPatch } from '../core/drafts/apply-patch.ts';
import { diffDocuments } from '../core/drafts/diff-documents.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { addLines, lockDecisionAt, touchDecision } from '../store/decisions.ts';
import { appendChanges } from '../store/draft-history.ts';
import { insertDraft, lockBeginning, writeDocument } from '../store/drafts.ts';
import { type PlannedEdit, planBulkEdit } from '../store/plan-bulk-edit.ts';
import { runCommand } from './run-command.ts';

/**
 * Begins a draft of every procedure the preview changes, edited as shown, and puts all of them on the decision: all or
 * none. Refuses `catalogue.bulk-changed` where it would no longer do what was shown, and `catalogue.bulk-nothing`.
 */
export async function applyBulkEdit(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly decisionId: string; readonly drafts: number }>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const frame = {
    name: 'catalogue.apply-bulk-edit',
    input: applyBulkEditInput,
    // Also writes lines of a decision.
    needs: 'catalogue.publish',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { preview, ...asked }) => {
    await lockBeginning(tx, asked.codes);
    const planned = await planBulkEdit(deps, tx, ctx, asked);
    if (!planned.ok) return planned;
    const { edits, decision: found } = planned.value;
    if (planned.value.preview !== preview) return refuse('conflict', 'catalogue.bulk-changed');
    if (edits.length === 0) return refuse('invalid', 'catalogue.bulk-nothing');
    const decision = await lockDecisionAt(tx, ctx, { decisionId: asked.decisionId, version: found.version });
    if (!decision.ok) return decision;
    const lines = [];
    for (const edit of edits)
      lines.push({
        code: edit.after.code,
        change: 'amended' as const,
        draftId: await beginEdited(deps, tx, ctx, edit, frame.name),
      });
    await addLines(tx, ctx.jurisdiction, asked.decisionId, lines);
    const version = await touchDecision(tx, ctx.jurisdiction, decision.value);
    await recordAction(tx, ctx, deps.newId, {
      command: frame.name,
      subjectId: asked.decisionId,
      facts: { version, drafts: edits.length, field: asked.edit.field },
    });
    return ok({ decisionId: asked.decisionId, drafts: edits.length });
  });
}

/** The draft as it was begun and then changed: the edit stands in its field history. */
async function beginEdited(
  deps: CatalogueDeps,
  tx: Tx,
  ctx: CommandContext,
  { baseVersionId, before, after }: PlannedEdit,
  command: ActionName,
): Promise<string> {
  const draft = { draft_id: deps.newId<'draft'>(), version: 1 };
  const { code } = after;
  const patched = applyPatch(before, diffDocuments(before, after));
  if ('noPlaceAt' in patched) throw new Error(`${code} has no place ${patched.noPlaceAt}`);
  await insertDraft(tx, ctx, {
    draft_id: draft.draft_id,
    code,
    base_version_id: baseVersionId,
    document: before,
  });
  await appendChanges(tx, ctx, draft, patched.changes);
  await writeDocument(tx, ctx, draft, patched.document);
  await recordAction(tx, ctx, deps.newId, {
    command,
    subjectId: draft.draft_id,
    facts: { code: journalKey(code), places: patched.changes.length },
  });
  return draft.draft_id;
}
