import { v5 } from 'uuid';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, NewId } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/database.ts';
import { enqueue } from '../../../platform/enqueue.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { FileDescription } from '../core/file-description.ts';
import { insertFiles } from '../store/file-rows.ts';
import { scanJob } from '../tasks/scan-file.ts';
import type { AdmittedFile } from './admit-file.ts';

/**
 * Keeps files that were admitted: contents first, then one transaction for all of them. Only signed-in people may
 * send files. The same request with the same files makes the same file ids, so that a form sent twice makes one
 * set of files, also after its place refused them once. Where uploads are scanned they wait for it, each by a job.
 */
export async function uploadFiles(
  deps: { readonly db: Database; readonly newId: NewId; readonly isScanning: boolean },
  ctx: CommandContext,
  admitted: readonly AdmittedFile[],
): Promise<Result<readonly FileDescription[]>> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen' && actor.kind !== 'officer')
    return refuse('unauthenticated', 'documents.sign-in-to-upload');
  for (const { blob } of admitted) await blob.keep();

  const files = admitted.map(({ name, type, blob }, index) => ({
    fileId: derivedId<'file'>(ctx, actor.accountId, String(index), name, blob.sha256),
    name,
    mediaType: type.mediaType,
    size: blob.size,
    sha256: blob.sha256,
    uploadedBy: actor.accountId,
    uploadedAt: ctx.now,
    scan: { state: deps.isScanning ? 'waiting' : 'unscanned', at: undefined } as const,
  }));
  return inTransaction(deps.db, async (tx) => {
    const inserted = new Set(await insertFiles(tx, ctx.jurisdiction, files));
    for (const { fileId, size, sha256 } of files.filter((file) => inserted.has(file.fileId))) {
      const facts = { size, sha256: journalKey(sha256) };
      await recordAction(tx, ctx, deps.newId, { command: 'documents.upload', subjectId: fileId, facts });
      if (deps.isScanning) await enqueue(tx, scanJob(fileId));
    }
    return ok(files);
  });
}

/** An id that follows from the request and what is named: the same again for the same. */
export function derivedId<Kind extends string>(ctx: CommandContext, ...names: readonly string[]): Id<Kind> {
  return v5(JSON.stringify(names), ctx.requestId) as Id<Kind>;
}
