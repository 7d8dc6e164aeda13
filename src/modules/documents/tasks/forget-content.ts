import { z } from 'zod';
import type { BlobStore } from '../../../platform/blob-store.ts';
import type { Database } from '../../../platform/database.ts';
import { isContentNamed } from '../store/file-rows.ts';

const payloadShape = z.object({ sha256: z.string(), at: z.iso.datetime() });

/** Removes one content kept before it was erased; the same bytes under another file, or kept again since, stay. */
export async function forgetContent(
  deps: { readonly db: Database; readonly blobs: BlobStore },
  payload: unknown,
): Promise<void> {
  const { sha256, at } = payloadShape.parse(payload);
  const isNamed = () => isContentNamed(deps.db, sha256);
  if (!(await isNamed())) await deps.blobs.sweep(sha256, new Date(at), isNamed);
}
