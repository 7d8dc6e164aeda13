import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { draftInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { lockOwnDraft } from './own-draft.ts';

/** Throws a draft away with its attachments; the files themselves are swept later. */
export function discardDraft(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.discard-draft', draftInput, input, async (tx, { draftId }) => {
    const draft = await lockOwnDraft(tx, ctx, deps, draftId);
    if (!draft.ok) return draft;
    await sql`
      delete from dossiers.draft where jurisdiction = ${ctx.jurisdiction} and draft_id = ${draftId}
    `.execute(tx);
    await recordAction(tx, ctx, deps.newId, { command: 'dossiers.discard-draft', subjectId: draftId });
    return ok(null);
  });
}
