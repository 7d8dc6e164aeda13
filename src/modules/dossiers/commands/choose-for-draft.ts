import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { postOffer } from '../../catalogue/public.ts';
import { chooseForDraftInput } from '../contract.ts';
import { checkPostalChoice } from '../core/postal-choice.ts';
import type { DossierDeps } from '../store/deps.ts';
import { saveDraft } from '../store/drafts.ts';
import { chosenPartsOf } from '../store/parts.ts';
import { lockOwnDraftAt } from './own-draft.ts';

/**
 * Keeps what is chosen beside the form: the other procedures of the group, papers sent and the
 * result brought by the public post, as far as the lists offer
 * it today. Submitting checks it again: a choice no longer offered by then has to be made anew.
 */
export function chooseForDraft(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly version: number }>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.choose-for-draft',
    chooseForDraftInput,
    input,
    async (tx, wanted) => {
      const draft = await lockOwnDraftAt(tx, ctx, deps, wanted);
      if (!draft.ok) return draft;
      const version = await deps.catalogue.getVersionInForce(
        tx,
        ctx.jurisdiction,
        draft.value.procedure_code,
        plainDateOf(ctx.now),
      );
      if (!version.ok) return version;
      const { post, parts } = wanted;
      const checked = checkPostalChoice(postOffer(version.value), {
        in: post?.sendsPapers === true,
        out: post?.returnTo !== undefined,
      });
      if (!checked.ok) return checked;
      const carried = await chosenPartsOf(tx, ctx, deps, version.value, parts);
      if (!carried.ok) return carried;
      const choices = { ...(post && { post }), ...(parts && { parts }) };
      const kept = await saveDraft(tx, ctx, draft.value, { choices });
      await recordAction(tx, ctx, deps.newId, {
        command: 'dossiers.choose-for-draft',
        subjectId: wanted.draftId,
      });
      return ok({ version: kept });
    },
  );
}
