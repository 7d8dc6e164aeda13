import type { Id, Jurisdiction } from '../../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { Database } from '../../../../platform/database.ts';
import type { CitizenClaims } from '../../core/citizen-claims.ts';
import { mergeObstacle } from '../../core/merging.ts';
import type { FinishedSignIn } from '../../core/sign-in.ts';
import { accountsOfSubject } from '../../store/account-store.ts';
import { mergeCandidate, personOfAccount } from '../../store/merge-store.ts';
import { addFlow } from '../../store/sign-in-flow-store.ts';
import type { IdentityProvider } from '../identity-provider.ts';
import { newSecret } from '../open-session.ts';

/** Time to read what merging does. */
const mergeMinutes = 10;

interface AskMergeDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
  readonly provider: IdentityProvider;
}

/**
 * Somebody signed in has proved a second account. Refuses `identity.merge-nothing` where it was never used here, and
 * whatever keeps two records from being one person's.
 */
export async function askMerge(
  deps: AskMergeDeps,
  claims: CitizenClaims,
  flow: { readonly mergeAccountId: Id<'account'>; readonly returnPath: string },
  now: Date,
): Promise<Result<FinishedSignIn>> {
  const { db, jurisdiction } = deps;
  if (claims.organisation) return refuse('conflict', 'identity.merge-organisation');
  const subject = { issuer: deps.provider.issuer, subject: claims.techId };
  const known = await accountsOfSubject(db, jurisdiction, subject);
  const other = known.find(({ organisationId }) => organisationId === null);
  if (!other) return refuse('not-found', 'identity.merge-nothing');
  const mine = await personOfAccount(db, jurisdiction, flow.mergeAccountId);
  const pair = [
    mine && (await mergeCandidate(db, jurisdiction, mine)),
    await mergeCandidate(db, jurisdiction, other.personId),
  ] as const;
  const obstacle = mergeObstacle(...pair);
  if (obstacle) return refuse('conflict', obstacle);
  const flowToken = newSecret();
  const until = new Date(now.getTime() + mergeMinutes * 60_000);
  const { mergeAccountId, returnPath } = flow;
  const asked = { stage: 'merge', mergeAccountId, returnPath, personId: other.personId } as const;
  await addFlow(db, jurisdiction, flowToken, asked, now, until);
  return ok({ kind: 'merge', flowToken });
}
