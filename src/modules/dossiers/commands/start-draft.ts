import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { startDraftInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { insertDraft } from '../store/drafts.ts';
import { pinToday } from '../store/pinned.ts';
import { requireCitizen } from './own-draft.ts';
import { runCommand } from './run-command.ts';

/** Begins a draft under what is in force today; refuses early what could never be submitted. */
export function startDraft(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly draftId: string }>> {
  return runCommand(deps, ctx, 'dossiers.start-draft', startDraftInput, input, async (tx, wanted) => {
    const citizen = requireCitizen(ctx);
    if (!citizen.ok) return citizen;
    const pinned = await pinToday(tx, ctx, deps, wanted);
    if (!pinned.ok) return pinned;
    const { version, competent } = pinned.value;
    const today = plainDateOf(ctx.now);
    const form = await deps.forms.getFormInForce(tx, ctx.jurisdiction, version.code, today);
    if (!form.ok) return refuse('invalid', 'dossiers.no-form', { params: { code: version.code } });
    const profile = await deps.identity.citizenProfile(tx, citizen.value.personId);
    const draftId = deps.newId<'draft'>();
    await insertDraft(tx, ctx, {
      draft_id: draftId,
      account_id: citizen.value.accountId,
      person_id: citizen.value.personId,
      procedure_version_id: version.id,
      procedure_code: version.code,
      procedure_name: version.name,
      form_version_id: form.value.id,
      case_key: wanted.caseKey,
      case_answers: wanted.caseAnswers,
      competent_unit_id: competent.id,
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
