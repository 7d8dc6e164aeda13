import type { QueryContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Signer } from '../contract.ts';
import type { SigningPlace } from '../core/signing-places.ts';
import type { DossierDeps } from '../store/deps.ts';

/** Who may sign in these places today, with the form in which each signs. */
export async function signersIn(
  deps: DossierDeps,
  ctx: QueryContext,
  places: readonly SigningPlace[],
): Promise<readonly Signer[]> {
  const signers: Signer[] = [];
  for (const { unitId, role } of places) {
    for (const { name, posts } of await deps.identity.performersOf(
      deps.db,
      unitId,
      role,
      plainDateOf(ctx.now),
    )) {
      const held = posts.filter((post) => post.role === role && post.unitId === unitId);
      for (const { postId, title, signatureLines } of held) {
        signers.push({ postId, name, title, signsAs: signatureLines.join(' / ') });
      }
    }
  }
  return signers;
}
