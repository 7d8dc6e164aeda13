import type { CommandContext } from '../../../kernel/context.ts';
import type { FieldRefusal } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database.ts';
import type { DossierDeps } from '../store/deps.ts';

/** Files that the scanner found infected among those given for papers, each a fault at its place. */
export async function infectedUploads(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  given: readonly { readonly fileId: string; readonly pointer: string }[],
): Promise<readonly FieldRefusal[]> {
  const fileIds = given.map(({ fileId }) => fileId);
  const files = await deps.documents.queries.describeFiles(tx, ctx.jurisdiction, fileIds);
  return files
    .filter(({ hold }) => hold?.why === 'infected')
    .map(({ fileId, name }) => ({
      pointer: given.find((each) => each.fileId === fileId)?.pointer ?? '',
      type: 'documents.file-infected',
      params: { name },
    }));
}
