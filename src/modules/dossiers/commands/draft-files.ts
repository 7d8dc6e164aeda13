import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { componentsFor } from '../../catalogue/public.ts';
import { attachFilesInput, detachFileInput, representationPaper } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { draftFiles, saveDraft } from '../store/drafts.ts';
import { lockOwnDraft } from './own-draft.ts';
import { ownUploads } from './own-uploads.ts';

/** Files one draft may hold. */
const mostFiles = 100;

/** Puts uploaded files under a paper of the published list; nothing outside the list can be attached. */
export function attachDraftFiles(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly version: number }>> {
  return runCommand(deps, ctx, 'dossiers.attach-draft-files', attachFilesInput, input, async (tx, wanted) => {
    const draft = await lockOwnDraft(tx, ctx, deps, wanted.draftId);
    if (!draft.ok) return draft;
    const version = await deps.catalogue.getVersion(
      tx,
      ctx.jurisdiction,
      draft.value.procedure_version_id,
      plainDateOf(ctx.now),
    );
    if (!version.ok) return version;
    const listed = componentsFor(version.value, draft.value.case_key, draft.value.case_answers, 'online');
    const isProof = draft.value.represented !== null && wanted.componentKey === representationPaper;
    if (!isProof && !listed.some(({ component }) => component.key === wanted.componentKey)) {
      return refuse('invalid', 'dossiers.component-not-listed', {
        params: { component: wanted.componentKey },
      });
    }
    const own = await ownUploads(tx, ctx, deps, wanted.fileIds);
    if (!own.ok) return own;
    const attached = await draftFiles(tx, ctx.jurisdiction, wanted.draftId);
    if (attached.length + wanted.fileIds.length > mostFiles) {
      return refuse('too-large', 'dossiers.too-many-files', { params: { most: mostFiles } });
    }
    await sql`
      insert into dossiers.draft_file (jurisdiction, draft_id, file_id, component_key, attached_at)
      select ${ctx.jurisdiction}, ${wanted.draftId}, file_id, ${wanted.componentKey}, ${ctx.now}
      from unnest(${wanted.fileIds}::uuid[]) as file_id
      on conflict (jurisdiction, draft_id, file_id) do update set component_key = excluded.component_key
    `.execute(tx);
    await recordAction(tx, ctx, deps.newId, {
      command: 'dossiers.attach-draft-files',
      subjectId: wanted.draftId,
      facts: { fileIds: wanted.fileIds.map(journalKey) },
    });
    return ok({ version: await saveDraft(tx, ctx, draft.value, {}) });
  });
}

/** Takes a file off the draft again; removing what is not there is no error. */
export function detachDraftFile(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly version: number }>> {
  return runCommand(deps, ctx, 'dossiers.detach-draft-file', detachFileInput, input, async (tx, wanted) => {
    const draft = await lockOwnDraft(tx, ctx, deps, wanted.draftId);
    if (!draft.ok) return draft;
    await sql`
      delete from dossiers.draft_file
      where jurisdiction = ${ctx.jurisdiction} and draft_id = ${wanted.draftId} and file_id = ${wanted.fileId}
    `.execute(tx);
    await recordAction(tx, ctx, deps.newId, {
      command: 'dossiers.detach-draft-file',
      subjectId: wanted.draftId,
      facts: { fileId: journalKey(wanted.fileId) },
    });
    return ok({ version: await saveDraft(tx, ctx, draft.value, {}) });
  });
}
