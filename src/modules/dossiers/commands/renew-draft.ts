import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import type { Unit } from '../../identity/public.ts';
import { renewDraftInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { saveDraft } from '../store/drafts.ts';
import { openAnswers, sealAnswers } from '../store/sealed-answers.ts';
import { lockOwnDraft } from './own-draft.ts';

/**
 * Moves a draft to the law in force today. What was filled in stays: answers that the new form no longer knows are
 * pruned only when it is submitted. A case that is gone falls back to the first of the new version, an agency that is
 * gone to its successor; of several the citizen chooses (`dossiers.successor-needed`). Which answers are sealed follows the new form.
 */
export function renewDraft(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly version: number }>> {
  return runCommand(deps, ctx, 'dossiers.renew-draft', renewDraftInput, input, async (tx, wanted) => {
    const draft = await lockOwnDraft(tx, ctx, deps, wanted.draftId);
    if (!draft.ok) return draft;
    const today = plainDateOf(ctx.now);
    const { procedure_code: code } = draft.value;
    const version = await deps.catalogue.getVersionInForce(tx, ctx.jurisdiction, code, today);
    if (!version.ok) return version;
    const form = await deps.forms.getFormInForce(tx, ctx.jurisdiction, code, today);
    if (!form.ok) return refuse('invalid', 'dossiers.no-form', { params: { code } });
    const competent = agencyToday(deps, draft.value.competent_unit_id, wanted.competentUnitId, today);
    if (!competent.ok) return competent;
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
        competent_unit_id: competent.value.id,
        answers: sealAnswers(deps.seal, form.value.definition, answers),
      }),
    });
  });
}

/** The agency itself, its one successor, or of several the one that was chosen. */
function agencyToday(
  { identity: { units } }: DossierDeps,
  before: Id<'unit'>,
  chosen: string | undefined,
  today: PlainDate,
): Result<Unit> {
  const [first, ...others] = units.successorsOn(before, today);
  if (!first) return refuse('invalid', 'dossiers.unit-not-competent');
  if (others.length === 0) return ok(first);
  const params = { unit: units.latest(before)?.name ?? '' };
  if (chosen === undefined) return refuseField('/competentUnitId', 'dossiers.successor-needed', { params });
  const found = [first, ...others].find(({ id }) => id === chosen);
  return found ? ok(found) : refuseField('/competentUnitId', 'dossiers.not-a-successor');
}
