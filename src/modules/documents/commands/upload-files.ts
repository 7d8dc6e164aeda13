import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, NewId } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/database.ts';
import { once, recordAction } from '../../../platform/journal.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { FileDescription } from '../public.ts';
import { insertFiles, selectFiles } from '../store/file-rows.ts';
import type { AdmittedFile } from './admit-file.ts';

/**
 * Keeps files that were admitted: contents first, then one transaction for all of them. Repeating the request
 * gives the same files. Only signed-in people may send files.
 */
export async function uploadFiles(
  deps: { readonly db: Database; readonly newId: NewId },
  ctx: CommandContext,
  admitted: readonly AdmittedFile[],
): Promise<Result<readonly FileDescription[]>> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen' && actor.kind !== 'officer')
    return refuse('unauthenticated', 'documents.sign-in-to-upload');
  for (const { blob } of admitted) await blob.keep();

  const files = admitted.map(({ name, type, blob }) => ({
    fileId: deps.newId<'file'>(),
    name,
    mediaType: type.mediaType,
    size: blob.size,
    sha256: blob.sha256,
    uploadedBy: actor.accountId,
    uploadedAt: ctx.now,
  }));
  const body = files.map(({ name, sha256 }) => [name, sha256]);
  return inTransaction(deps.db, async (tx) => {
    const kept = await once(tx, ctx, 'documents.upload', body, () => insert());
    if (!kept.ok) return kept;
    const described = await selectFiles(tx, ctx.jurisdiction, kept.value);
    return ok(kept.value.flatMap((fileId) => described.find((file) => file.fileId === fileId) ?? []));

    async function insert(): Promise<Result<readonly Id<'file'>[]>> {
      await insertFiles(tx, ctx.jurisdiction, files);
      for (const { fileId, size, sha256 } of files) {
        const facts = { size, sha256 };
        await recordAction(tx, ctx, deps.newId, { command: 'documents.upload', subjectId: fileId, facts });
      }
      return ok(files.map(({ fileId }) => fileId));
    }
  });
}
