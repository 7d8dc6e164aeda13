import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { published } from '../../../platform/journal-facts.ts';
import { differenceOf } from '../core/editing/difference.ts';
import { discardDraftInput, saveDraftInput } from '../core/editing/draft-inputs.ts';
import { isSame } from '../core/editing/is-same.ts';
import { updateDraft } from '../store/drafts.ts';
import { openForWriting } from './open-draft.ts';
import { type EditingDeps, runCommand } from './run-command.ts';

/** What keeping a draft answers: the version to name next time, and when. */
export interface DraftSaved {
  readonly version: number;
  readonly savedAt: string;
}

/**
 * Keeps what the editor has, finished or not. The journal gets who changed which rows; sent again unchanged, nothing
 * happens. Where the diagram is the authority its rows are not taken from a table (`process.diagram-decides`).
 */
export function saveDraft(
  deps: EditingDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<DraftSaved>> {
  const command = { name: 'process.save-draft', needs: 'process.edit', input: saveDraftInput } as const;
  return runCommand(deps, ctx, command, input, async (tx, { content, ...wanted }, officer) => {
    const draft = await openForWriting(tx, wanted);
    if (!draft.ok) return draft;
    const changes = differenceOf(draft.value.content, content);
    if (draft.value.bpmn !== null && changes.some(({ kind }) => kind !== 'header'))
      return refuse('conflict', 'process.diagram-decides');
    const savedAt = ctx.now.toISOString();
    if (isSame(draft.value.content, content)) return ok({ version: draft.value.version, savedAt });
    const version = await updateDraft(tx, ctx, officer.accountId, draft.value, { content });
    const facts = { version, changes: changes.slice(0, 100).map(published) };
    await recordAction(tx, ctx, deps.newId, { command: command.name, subjectId: wanted.draftId, facts });
    return ok({ version, savedAt });
  });
}

/** Puts a draft aside for good; its process can be begun anew. */
export function discardDraft(
  deps: EditingDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<DraftSaved>> {
  const command = { name: 'process.discard-draft', needs: 'process.edit', input: discardDraftInput } as const;
  return runCommand(deps, ctx, command, input, async (tx, wanted, officer) => {
    const draft = await openForWriting(tx, wanted);
    if (!draft.ok) return draft;
    const version = await updateDraft(tx, ctx, officer.accountId, draft.value, { state: 'discarded' });
    await recordAction(tx, ctx, deps.newId, { command: command.name, subjectId: wanted.draftId });
    return ok({ version, savedAt: ctx.now.toISOString() });
  });
}
