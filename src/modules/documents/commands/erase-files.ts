import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';
import { enqueue } from '../../../platform/enqueue.ts';
import { blankFiles } from '../store/file-rows.ts';

/** Job that removes a content nobody names any more. */
export const forgetContentTask = 'documents.forget-content';

/**
 * Erases files inside the caller's transaction: at once nobody opens them, and a job per content removes the bytes once it
 * commits, unless another file has the same. By whoever knows that they belong to nothing else.
 */
export async function eraseFiles(
  tx: Tx,
  jurisdiction: Jurisdiction,
  fileIds: readonly string[],
  now: Date,
): Promise<void> {
  if (fileIds.length === 0) return;
  const contents = await blankFiles(tx, jurisdiction, fileIds, now);
  await enqueue(
    tx,
    ...contents.map((sha256) => ({ task: forgetContentTask, payload: { sha256, at: now.toISOString() } })),
  );
}
