import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { startDraftInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { requireDrafter } from '../store/drafter.ts';
import { insertDraft } from '../store/drafts.ts';
import { pinToday } from '../store/pinned.ts';

/** Begins a draft under what is in force today; refuses early what could never be submitted. */
export function startDraft(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly draftId: string }>> {
  return runCommand(deps, ctx, 'dossiers.start-draft', startDraftInput, input, async (tx, wanted) => {
    const drafter = requireDrafter(ctx);
    if (!drafter.ok) return drafter;
    const { consentId } = wanted;
    if (drafter.value.isOfficer && !consentId) return refuse('forbidden', 'dossiers.consent-needed');
    const helped = consentId
      ? await deps.identity.citizens.actUnderConsent(tx, ctx, consentId, false)
      : undefined;
    if (helped && !helped.ok) return helped;
    const pinned = await pinToday(tx, ctx, deps, wanted);
    if (!pinned.ok) return pinned;
    const { version, competent } = pinned.value;
    const today = plainDateOf(ctx.now);
    const form = await deps.forms.getFormInForce(tx, ctx.jurisdiction, version.code, today);
    if (!form.ok) return refuse('invalid', 'dossiers.no-form', { params: { code: version.code } });
    const profile = helped?.value.profile ?? (await deps.identity.citizenProfile(tx, drafter.value.personId));
    const draftId = deps.newId<'draft'>();
    await insertDraft(tx, ctx, {
      draft_id: draftId,
      account_id: drafter.value.accountId,
      person_id: drafter.value.personId,
      procedure_version_id: version.id,
      procedure_code: version.code,
      procedure_name: version.name,
      form_version_id: form.value.id,
      case_key: wanted.caseKey,
      case_answers: wanted.caseAnswers,
      competent_unit_id: competent.id,
      consent_id: consentId ?? null,
      answers: {},
      contact: {
        ...(profile?.phone !== undefined && { phone: profile.phone }),
        ...(profile?.email !== undefined && { email: profile.email }),
      },
    });
    await recordAction(tx, ctx, deps.newId, { command: 'dossiers.start-draft', subjectId: draftId });
    return ok({ draftId });
  });
}
