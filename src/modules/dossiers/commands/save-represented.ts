import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { saveRepresentedInput } from '../contract.ts';
import { ownerFaults } from '../core/representing.ts';
import type { DossierDeps } from '../store/deps.ts';
import { saveDraft } from '../store/drafts.ts';
import { sealRepresented } from '../store/represented.ts';
import { lockOwnDraftAt } from './own-draft.ts';

/** Says for whom the draft is made. An organisation's account always hands in for its organisation. */
export function saveRepresented(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly version: number }>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.save-represented',
    saveRepresentedInput,
    input,
    async (tx, wanted) => {
      const draft = await lockOwnDraftAt(tx, ctx, deps, wanted);
      if (!draft.ok) return draft;
      if (ctx.actor.kind === 'citizen' && ctx.actor.organisationId)
        return refuse('conflict', 'dossiers.organisation-hands-in');
      if (draft.value.consent_id !== null) return refuse('conflict', 'dossiers.helper-hands-in');
      const { represented } = wanted;
      await recordAction(tx, ctx, deps.newId, {
        command: 'dossiers.save-represented',
        subjectId: wanted.draftId,
        facts: represented ? { capacity: represented.representation.capacity } : {},
      });
      if (represented === null)
        return ok({ version: await saveDraft(tx, ctx, draft.value, { represented: null }) });
      const profile = await deps.identity.citizenProfile(tx, draft.value.person_id);
      const fields = ownerFaults(represented, profile?.identityNumber, '/represented', plainDateOf(ctx.now));
      if (fields.length > 0) return refuse('invalid', 'input.invalid', { fields });
      const sealed = sealRepresented(deps.seal, represented);
      return ok({ version: await saveDraft(tx, ctx, draft.value, { represented: sealed }) });
    },
  );
}
