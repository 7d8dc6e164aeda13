import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/database.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { LockedTask } from './lock-task.ts';

/** Who signed under which post and in which form (KT., TUQ. …), kept with a completed step of kind `sign`. */
export async function signatureFacts(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { task, officer, post, delegationId }: LockedTask,
  outcome: 'forward' | 'back',
): Promise<Readonly<Record<string, unknown>>> {
  const under = delegationId === undefined ? {} : { delegationId };
  if (task.kind !== 'sign' || outcome === 'back' || !post) return under;
  const today = plainDateOf(ctx.now);
  const signerLines = await deps.identity.delegations.signatureOf(tx, officer.personId, post, today);
  return { signerPostId: post.postId, signerLines, ...under };
}
