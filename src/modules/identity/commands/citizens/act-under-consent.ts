import type { QueryContext } from '../../../../kernel/context.ts';
import type { Id } from '../../../../kernel/id.ts';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { Connection } from '../../../../platform/database.ts';
import type { Seal } from '../../../../platform/sealed-text.ts';
import { isInForce } from '../../core/consent.ts';
import type { CitizenProfile } from '../../core/people.ts';
import { citizenAccountOf, lockConsent, markUsed, stateOf } from '../../store/consent-store.ts';
import { findProfile } from '../../store/person-store.ts';

/** For whom a helper acts. */
export interface HelpedPerson {
  readonly profile: CitizenProfile;
  /** Where they are told what happens; absent when they have never signed in. */
  readonly accountId?: Id<'account'>;
}

/**
 * The person a helper acts for under a consent, which stays locked while the transaction lasts. Refuses
 * `identity.consent-ended` for one that is not theirs, was revoked, spent, or has run out.
 */
export async function actUnderConsent(
  deps: { readonly seal: Seal },
  tx: Connection,
  ctx: QueryContext,
  consentId: string,
  isHandedIn: boolean,
): Promise<Result<HelpedPerson>> {
  const { actor, jurisdiction } = ctx;
  const consent = await lockConsent(tx, jurisdiction, consentId);
  const isTheirs = consent && 'accountId' in actor && consent.helper_account_id === actor.accountId;
  if (!isTheirs || !isInForce(stateOf(consent), plainDateOf(ctx.now)))
    return refuse('forbidden', 'identity.consent-ended');
  const profile = await findProfile(tx, jurisdiction, deps.seal, consent.principal_person_id);
  if (!profile) throw new Error(`consent ${consentId} is of nobody`);
  if (isHandedIn) await markUsed(tx, jurisdiction, consentId, ctx.now);
  const accountId = await citizenAccountOf(tx, jurisdiction, consent.principal_person_id);
  return ok({ profile, ...(accountId && { accountId }) });
}
