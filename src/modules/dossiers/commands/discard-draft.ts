import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { draftInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { dropDrafts } from '../store/untouched-drafts.ts';
import { lockOwnDraft } from './own-draft.ts';

/** Throws a draft away with its attachments and their contents. */
export function discardDraft(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.discard-draft', draftInput, input, async (tx, { draftId }) => {
    const draft = await lockOwnDraft(tx, ctx, deps, draftId);
    if (!draft.ok) return draft;
    await dropDrafts(tx, deps, ctx.jurisdiction, [draftId], ctx.now);
    await recordAction(tx, ctx, deps.newId, { command: 'dossiers.discard-draft', subjectId: draftId });
    return ok(null);
  });
}
