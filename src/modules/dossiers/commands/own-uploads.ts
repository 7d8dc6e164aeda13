import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { DossierDeps } from '../store/deps.ts';

/**
 * Only files that the caller uploaded may be put anywhere; refuses `dossiers.file-not-found` otherwise, and
 * `documents.file-infected` where the scanner was quicker.
 */
export async function ownUploads(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  fileIds: readonly string[],
): Promise<Result<null>> {
  const files = await deps.documents.queries.describeFiles(tx, ctx.jurisdiction, fileIds);
  const account =
    ctx.actor.kind === 'citizen' || ctx.actor.kind === 'officer' ? ctx.actor.accountId : undefined;
  const own = new Set(files.filter((file) => file.uploadedBy === account).map((file) => `${file.fileId}`));
  if (account === undefined || !fileIds.every((fileId) => own.has(fileId)))
    return refuse('not-found', 'dossiers.file-not-found');
  const infected = files.find(({ hold }) => hold?.why === 'infected');
  return infected
    ? refuse('invalid', 'documents.file-infected', { params: { name: infected.name } })
    : ok(null);
}
