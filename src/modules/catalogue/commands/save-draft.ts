import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { applyPatch } from '../core/drafts/apply-patch.ts';
import { readDraft } from '../core/drafts/draft-document.ts';
import { saveDraftInput } from '../core/drafts/draft-inputs.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { appendChanges } from '../store/draft-history.ts';
import { writeDocument } from '../store/drafts.ts';
import { lockDraftAt } from '../store/editable-draft.ts';
import { runCommand } from './run-command.ts';

/**
 * Changes places of a draft. Nothing is merged: a draft changed since the editor read it is refused
 * (`catalogue.draft-changed`), because a place named by its number in a list may be another place by now. Something
 * missing is no fault while writing; something of the wrong shape is (`input.invalid`).
 */
export function saveDraft(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly version: number }>> {
  const frame = {
    name: 'catalogue.save-draft',
    input: saveDraftInput,
    needs: 'catalogue.edit',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { patch, ...seen }) => {
    const locked = await lockDraftAt(tx, ctx, deps, seen, ['draft']);
    if (!locked.ok) return locked;
    const draft = locked.value;
    const patched = applyPatch(draft.document, patch);
    if ('noPlaceAt' in patched)
      return refuse('invalid', 'input.invalid', { fields: [noPlace(patched.noPlaceAt)] });
    const read = readDraft(patched.document);
    if ('wrong' in read && read.wrong.length > 0)
      return refuse('invalid', 'input.invalid', { fields: read.wrong });
    if (codeOf(patched.document) !== draft.code)
      return refuse('invalid', 'input.invalid', {
        fields: [{ pointer: '/code', type: 'catalogue.code-is-fixed' }],
      });
    if (patched.changes.length === 0) return ok({ version: draft.version });
    await appendChanges(tx, ctx, draft, patched.changes);
    await writeDocument(tx, ctx, draft, patched.document);
    await recordAction(tx, ctx, deps.newId, {
      command: frame.name,
      subjectId: draft.draft_id,
      facts: { version: draft.version + 1, places: patched.changes.length },
    });
    return ok({ version: draft.version + 1 });
  });
}

function noPlace(pointer: string) {
  return { pointer, type: 'catalogue.no-such-place' };
}

function codeOf(document: unknown): unknown {
  return typeof document === 'object' && document !== null && 'code' in document ? document.code : undefined;
}
