import type { QueryContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Matter } from '../../identity/public.ts';
import type { Signer } from '../contract.ts';
import type { SigningPlace } from '../core/signing-places.ts';
import type { DossierDeps } from '../store/deps.ts';

/** Who may sign one of these in these places today, each once, with the form in which each signs. */
export async function signersIn(
  deps: DossierDeps,
  ctx: QueryContext,
  places: readonly SigningPlace[],
  matters: readonly Matter[],
): Promise<readonly Signer[]> {
  const signers = new Map<string, Signer>();
  const today = plainDateOf(ctx.now);
  for (const { unitId, role } of places) {
    for (const matter of matters) {
      const found = await deps.identity.delegations.signers(deps.db, unitId, role, matter, today);
      for (const { key, name, title, lines } of found)
        signers.set(key, { postId: key, name, title, signsAs: lines.join(' / ') });
    }
  }
  return [...signers.values()];
}
