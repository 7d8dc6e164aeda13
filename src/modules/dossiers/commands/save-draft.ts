import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { saveDraftInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { saveDraft as write } from '../store/drafts.ts';
import { sealAnswers } from '../store/sealed-answers.ts';
import { lockOwnDraftAt } from './own-draft.ts';

/** Half a million characters: beyond any form, short of a nuisance. */
const largestAnswers = 500_000;

/** Keeps half-filled answers as they are. Another window's newer version is never overwritten in silence. */
export function saveDraft(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly version: number; readonly savedAt: string }>> {
  return runCommand(deps, ctx, 'dossiers.save-draft', saveDraftInput, input, async (tx, wanted) => {
    const draft = await lockOwnDraftAt(tx, ctx, deps, wanted);
    if (!draft.ok) return draft;
    if (JSON.stringify(wanted.answers).length > largestAnswers)
      return refuse('too-large', 'dossiers.answers-too-large');
    const form = await deps.forms.getFormVersion(tx, ctx.jurisdiction, draft.value.form_version_id);
    if (!form.ok) return form;
    const answers = sealAnswers(deps.seal, form.value.definition, wanted.answers);
    const version = await write(tx, ctx, draft.value, {
      answers,
      ...(wanted.contact !== undefined && { contact: wanted.contact }),
    });
    await recordAction(tx, ctx, deps.newId, { command: 'dossiers.save-draft', subjectId: wanted.draftId });
    return ok({ version, savedAt: ctx.now.toISOString() });
  });
}
