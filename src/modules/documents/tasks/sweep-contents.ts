import type { BlobStore } from '../../../platform/blob-store.ts';
import type { Database } from '../../../platform/database.ts';
import { isContentNamed } from '../store/file-rows.ts';

/** How long content may lie without a file that names it: longer than any upload's transaction. */
const graceMs = 24 * 3_600_000;

/** Removes contents older than a day that no file names, and uploads broken off that long ago; how many of each. */
export async function sweepContents(
  deps: { readonly db: Database; readonly blobs: BlobStore },
  now: Date,
): Promise<{ readonly contents: number; readonly staged: number }> {
  const before = new Date(now.getTime() - graceMs);
  let contents = 0;
  for await (const sha256 of deps.blobs.listBefore(before)) {
    if (await isContentNamed(deps.db, sha256)) continue;
    if (await deps.blobs.sweep(sha256, before, () => isContentNamed(deps.db, sha256))) contents += 1;
  }
  return { contents, staged: await deps.blobs.sweepStaged(before) };
}
