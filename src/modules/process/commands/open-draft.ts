import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { lockDraft, type StoredDraft } from '../store/drafts.ts';

/**
 * Locks a draft that can still be written, under the version its editor read. Somebody saved since: refused
 * (`process.draft-changed`), never overwritten in silence.
 */
export async function openForWriting(
  tx: Tx,
  { draftId, expectedVersion }: { readonly draftId: string; readonly expectedVersion: number },
): Promise<Result<StoredDraft>> {
  const draft = await lockDraft(tx, draftId);
  if (draft === undefined) return refuse('not-found', 'process.draft-not-found');
  if (draft.state !== 'draft') return refuse('conflict', `process.draft-${draft.state}`);
  if (draft.version !== expectedVersion) return refuse('conflict', 'process.draft-changed');
  return ok(draft);
}
