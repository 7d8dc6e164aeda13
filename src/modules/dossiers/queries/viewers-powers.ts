import type { DelegatedPost, HeldPost } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { type DelegationBrief, delegationOf } from '../../identity/public.ts';
import type { OnBehalf } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';

type Post = HeldPost | DelegatedPost;

/** What a screen says beside what its viewer may do. */
export interface ViewersPowers {
  /** `KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`; undefined for a post that signs nothing. */
  signsAs(post: Post): string | undefined;
  /** Undefined for a post of their own. */
  onBehalf(post: Post): OnBehalf | undefined;
}

/** Reads the signatures of the viewer's posts and the names behind those lent to them: both are few. */
export async function viewersPowers(
  deps: Pick<DossierDeps, 'db' | 'identity'>,
  ctx: QueryContext,
): Promise<ViewersPowers> {
  if (ctx.actor.kind !== 'officer') return { signsAs: () => undefined, onBehalf: () => undefined };
  const { posts, delegated = [], personId } = ctx.actor;
  const { delegations } = deps.identity;
  const today = plainDateOf(ctx.now);
  const lines = new Map<string, string>();
  for (const post of [...posts, ...delegated]) {
    const signature = await delegations.signatureOf(deps.db, personId, post, today);
    if (signature.length > 0) lines.set(keyOf(post), signature.join(' / '));
  }
  const ids = delegated.map(({ delegation }) => delegation.delegationId);
  const briefs = await delegations.describe(deps.db, ids);
  return {
    signsAs: (post) => lines.get(keyOf(post)),
    onBehalf(post) {
      const brief = briefs.get(delegationOf(post) ?? '');
      return brief && onBehalfOf(brief);
    },
  };
}

/** A delegation as far as a screen names it. */
export function onBehalfOf({ kind, principal, decisionNumber, lastOn }: DelegationBrief): OnBehalf {
  return { kind, principal, decisionNumber, lastOn };
}

function keyOf(post: Post): string {
  return delegationOf(post) ?? post.postId;
}
