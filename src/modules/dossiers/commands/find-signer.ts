import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { SigningPlace } from '../core/signing-places.ts';
import type { DossierDeps } from '../store/deps.ts';

export interface Signer {
  readonly signerId: Id<'person'>;
  readonly signerLines: readonly string[];
}

/** Who signed on paper under this post; refuses `dossiers.signer-unknown` for a post nobody holds today in these places. */
export async function findSigner(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  places: readonly SigningPlace[],
  postId: string | undefined,
): Promise<Result<Signer>> {
  for (const { unitId, role } of places) {
    const holders = await deps.identity.performersOf(tx, unitId, role, plainDateOf(ctx.now));
    for (const holder of holders) {
      const post = holder.posts.find(
        (each) => each.postId === postId && each.role === role && each.unitId === unitId,
      );
      if (post) return ok({ signerId: holder.personId, signerLines: post.signatureLines });
    }
  }
  const type = 'dossiers.signer-unknown';
  return refuse('invalid', type, { fields: [{ pointer: '/signerPostId', type }] });
}
