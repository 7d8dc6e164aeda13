import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { draftInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { saveDraft } from '../store/drafts.ts';
import { openAnswers, sealAnswers } from '../store/sealed-answers.ts';
import { lockOwnDraft } from './own-draft.ts';

/**
 * Moves a draft to the law in force today. What was filled in stays: answers that the new form no longer knows are
 * pruned only when it is submitted. A case that is gone falls back to the first of the new version, an agency that is
 * gone to its successor. Which answers are sealed follows the new form.
 */
export function renewDraft(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly version: number }>> {
  return runCommand(deps, ctx, 'dossiers.renew-draft', draftInput, input, async (tx, { draftId }) => {
    const draft = await lockOwnDraft(tx, ctx, deps, draftId);
    if (!draft.ok) return draft;
    const today = plainDateOf(ctx.now);
    const { procedure_code: code } = draft.value;
    const version = await deps.catalogue.getVersionInForce(tx, ctx.jurisdiction, code, today);
    if (!version.ok) return version;
    const form = await deps.forms.getFormInForce(tx, ctx.jurisdiction, code, today);
    if (!form.ok) return refuse('invalid', 'dossiers.no-form', { params: { code } });
    const competent = deps.identity.units.successorOn(draft.value.competent_unit_id, today);
    if (!competent) return refuse('invalid', 'dossiers.unit-not-competent');
    const filledIn = await deps.forms.getFormVersion(tx, ctx.jurisdiction, draft.value.form_version_id);
    if (!filledIn.ok) return filledIn;
    const answers = openAnswers(deps.seal, filledIn.value.definition, draft.value.answers);
    const { cases } = version.value.content;
    const kept = cases.find((each) => each.key === draft.value.case_key) ?? cases[0];
    return ok({
      version: await saveDraft(tx, ctx, draft.value, {
        procedure_version_id: version.value.id,
        procedure_name: version.value.name,
        form_version_id: form.value.id,
        case_key: kept?.key ?? draft.value.case_key,
        competent_unit_id: competent.id,
        answers: sealAnswers(deps.seal, form.value.definition, answers),
      }),
    });
  });
}
