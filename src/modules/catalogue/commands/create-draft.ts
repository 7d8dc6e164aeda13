import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { blankDocument, type DraftDocument } from '../core/drafts/draft-document.ts';
import { createDraftInput } from '../core/drafts/draft-inputs.ts';
import { textOf } from '../core/procedure-text.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { type DraftRow, findOpenDrafts, insertDraft, lockBeginning } from '../store/drafts.ts';
import { getVersion } from '../store/find-version.ts';
import { signerFor } from '../store/names.ts';
import { runCommand } from './run-command.ts';

/**
 * Begins a text. Refuses `catalogue.draft-exists` (with whose and since when) where one of the procedure is open:
 * two texts written side by side would undo each other.
 */
export function createDraft(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly draftId: string; readonly version: number }>> {
  const frame = {
    name: 'catalogue.create-draft',
    input: createDraftInput,
    needs: 'catalogue.edit',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, wanted) => {
    const start = await startOf(tx, ctx, wanted);
    if (!start.ok) return start;
    const { code, document, baseVersionId } = start.value;
    await lockBeginning(tx, [code]);
    const [open] = await findOpenDrafts(tx, ctx.jurisdiction, [code]);
    if (open) return refuseOpen(tx, ctx, deps, open);
    const draftId = deps.newId<'draft'>();
    await insertDraft(tx, ctx, { draft_id: draftId, code, base_version_id: baseVersionId, document });
    await recordAction(tx, ctx, deps.newId, {
      command: frame.name,
      subjectId: draftId,
      facts: { code: journalKey(code), from: wanted.from },
    });
    return ok({ draftId, version: 1 });
  });
}

interface Start {
  readonly code: string;
  readonly document: DraftDocument;
  readonly baseVersionId: string | null;
}

async function startOf(
  tx: Tx,
  ctx: CommandContext,
  wanted: z.infer<typeof createDraftInput>,
): Promise<Result<Start>> {
  if (wanted.from === 'blank')
    return ok({ code: wanted.code, document: blankDocument(wanted.code, wanted.name), baseVersionId: null });
  const base = await getVersion(tx, ctx.jurisdiction, wanted.versionId as Id<'procedureVersion'>);
  if (!base.ok) return base;
  const text = textOf(base.value);
  if (wanted.from === 'version')
    return ok({ code: text.code, document: text, baseVersionId: wanted.versionId });
  if (wanted.code === text.code) return refuse('invalid', 'catalogue.clone-needs-another-code');
  // What decided the original did not decide its copy.
  const content = { ...text.content, decisions: [] };
  return ok({ code: wanted.code, document: { ...text, code: wanted.code, content }, baseVersionId: null });
}

async function refuseOpen(
  tx: Tx,
  ctx: CommandContext,
  deps: CatalogueDeps,
  open: DraftRow,
): Promise<Result<never>> {
  const sign = await signerFor(deps, tx, ctx.now, [open.changed_by]);
  const { by = '' } = sign(open.changed_at, open.changed_by);
  return refuse('conflict', 'catalogue.draft-exists', {
    params: { code: open.code, who: by, at: formatDateTime(open.changed_at), draftId: open.draft_id },
  });
}
