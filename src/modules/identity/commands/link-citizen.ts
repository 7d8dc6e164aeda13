import { sql } from 'kysely';
import type { Origin } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Seal } from '../../../platform/sealed-text.ts';
import type { CitizenClaims } from '../core/citizen-claims.ts';
import type { NewSession } from '../core/sign-in.ts';
import { whoseAccount } from '../core/whose-account.ts';
import { accountsOfSubject, actsAlone, addCitizenAccount } from '../store/account-store.ts';
import { keepOrganisation } from '../store/organisation-store.ts';
import {
  addPerson,
  findPersonByNumber,
  identityIndexes,
  lockNumber,
  refreshPerson,
} from '../store/person-store.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { type OpenSessionDeps, openSession } from './open-session.ts';

export interface LinkCitizenDeps extends OpenSessionDeps {
  readonly seal: Seal;
  readonly provider: IdentityProvider;
}

/** A sign-in that the provider has vouched for. */
export interface Vouched {
  readonly claims: CitizenClaims;
  readonly now: Date;
  readonly origin: Origin;
}

/** A session, or the older record with the same identity number that the person is asked about. */
export type Linked = { readonly session: NewSession } | { readonly askAbout: Id<'person'> };

/**
 * Signs in whom the provider vouches for. A known TechID is known; for whom it acts is what the claims say today. Else a
 * known identity number asks for confirmation; else a person and an account are made.
 */
export async function linkCitizen(deps: LinkCitizenDeps, tx: Tx, vouched: Vouched): Promise<Linked> {
  const { claims, now } = vouched;
  await lockClaims(tx, deps, claims);
  const organisationId = await organisationOf(deps, tx, vouched);
  const known = await accountsOfSubject(tx, deps.jurisdiction, subjectOf(deps, claims));
  const found = whoseAccount(known, {
    name: claims.name,
    identityIndexes: identityIndexes(deps.seal, claims.identityNumber),
    organisationId,
  });
  if (found.account) return { session: await enter(deps, tx, vouched, found.account) };
  if (found.personId)
    return { session: await openAccount(deps, tx, vouched, found.personId, organisationId) };
  const older =
    claims.identityNumber &&
    (await findPersonByNumber(tx, deps.jurisdiction, deps.seal, claims.identityNumber));
  if (older) return { askAbout: older.id };
  const personId = deps.newId<'person'>();
  await addPerson(tx, deps.jurisdiction, deps.seal, personId, ownFacts(claims), now);
  return { session: await openAccount(deps, tx, vouched, personId, organisationId) };
}

/** The person said that the older record is theirs. */
export async function linkConfirmed(
  deps: LinkCitizenDeps,
  tx: Tx,
  vouched: Vouched,
  personId: Id<'person'>,
): Promise<NewSession> {
  await lockClaims(tx, deps, vouched.claims);
  const organisationId = await organisationOf(deps, tx, vouched);
  const known = await accountsOfSubject(tx, deps.jurisdiction, subjectOf(deps, vouched.claims));
  // Asked in two tabs and confirmed in both: the account is there already.
  const own = known.find((each) => each.personId === personId && each.organisationId === organisationId);
  return own ? enter(deps, tx, vouched, own) : openAccount(deps, tx, vouched, personId, organisationId);
}

async function openAccount(
  deps: LinkCitizenDeps,
  tx: Tx,
  vouched: Vouched,
  personId: Id<'person'>,
  organisationId: Id<'organisation'> | null,
): Promise<NewSession> {
  const { claims, now } = vouched;
  const account = { accountId: deps.newId<'account'>(), personId, organisationId };
  await actsAlone(tx, deps.jurisdiction, subjectOf(deps, claims), account, now);
  const row = { id: account.accountId, person_id: personId, organisationId, ...subjectOf(deps, claims) };
  await addCitizenAccount(tx, deps.jurisdiction, row, now);
  return enter(deps, tx, vouched, account);
}

async function enter(
  deps: LinkCitizenDeps,
  tx: Tx,
  { claims, now, origin }: Vouched,
  account: {
    readonly accountId: Id<'account'>;
    readonly personId: Id<'person'>;
    readonly organisationId: Id<'organisation'> | null;
  },
): Promise<NewSession> {
  const { accountId: id, personId } = account;
  await actsAlone(tx, deps.jurisdiction, subjectOf(deps, claims), account, now);
  await refreshPerson(tx, deps.jurisdiction, deps.seal, personId, ownFacts(claims));
  return openSession(deps, tx, { id, person_id: personId, kind: 'citizen' }, now, origin);
}

/** The organisation as the provider names it today; null when the account is the person's own. */
async function organisationOf(
  deps: LinkCitizenDeps,
  tx: Tx,
  { claims, now }: Vouched,
): Promise<Id<'organisation'> | null> {
  if (!claims.organisation) return null;
  const { phone, email, address } = claims;
  const organisation = { ...claims.organisation, phone, email, address, newId: deps.newId<'organisation'>() };
  return keepOrganisation(tx, deps.jurisdiction, organisation, now);
}

/** The telephone and address of an organisation's account are the organisation's, not its representative's. */
function ownFacts(claims: CitizenClaims): CitizenClaims {
  if (!claims.organisation) return claims;
  const { techId, name, identityNumber } = claims;
  return { techId, name, ...(identityNumber && { identityNumber }) };
}

function subjectOf(deps: LinkCitizenDeps, { techId: subject }: CitizenClaims) {
  return { issuer: deps.provider.issuer, subject };
}

/** Two first sign-ins of one person at once (two tabs) make one account; of one number (two TechIDs), one record. */
async function lockClaims(tx: Tx, deps: LinkCitizenDeps, claims: CitizenClaims): Promise<void> {
  const key = `identity:${deps.jurisdiction}:${deps.provider.issuer}:${claims.techId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  await lockNumber(tx, deps.jurisdiction, deps.seal, claims.identityNumber);
}
