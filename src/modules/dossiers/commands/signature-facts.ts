import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/database.ts';
import { heldPost } from '../../identity/public.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { LockedTask } from './lock-task.ts';

/** Who signed under which post and in which form (KT. …), kept with a completed step of kind `sign`. */
export async function signatureFacts(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { task, officer }: LockedTask,
  outcome: 'forward' | 'back',
): Promise<Readonly<Record<string, unknown>>> {
  const held = heldPost(officer, task.role, task.unit_id);
  if (task.kind !== 'sign' || outcome === 'back' || !held) return {};
  const people = await deps.identity.describePeople(tx, [officer.personId], plainDateOf(ctx.now));
  const post = people.get(officer.personId)?.posts.find((each) => each.postId === held.postId);
  if (!post) throw new Error(`post ${held.postId} has no title today`);
  return { signerPostId: held.postId, signerLines: post.signatureLines };
}
