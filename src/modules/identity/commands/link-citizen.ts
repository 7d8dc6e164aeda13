import { sql } from 'kysely';
import type { Origin } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Seal } from '../../../platform/sealed-text.ts';
import type { CitizenClaims, NumberKind } from '../core/citizen-claims.ts';
import type { NewSession } from '../core/sign-in.ts';
import { type SigningIn, type SubjectAccount, whoseAccount } from '../core/whose-account.ts';
import { accountsOfSubject, actsAlone, addCitizenAccount } from '../store/account-store.ts';
import { keepOrganisation } from '../store/organisation-store.ts';
import { findPersonByPapers, keepPapers, paperIndexes } from '../store/person-papers.ts';
import {
  addPerson,
  findPersonByNumber,
  identityIndexes,
  lockIndexes,
  noteNumber,
  refreshPerson,
} from '../store/person-store.ts';
import { mergeRecords } from './citizens/merge.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { type OpenSessionDeps, openSession, sessionContext } from './open-session.ts';

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

/** A session, or the older record with the same number, or the same paper, that the person is asked about. */
export type Linked = { readonly session: NewSession } | { readonly askAbout: FoundRecord };

interface FoundRecord {
  readonly personId: Id<'person'>;
  readonly matched: NumberKind;
}

/**
 * Signs in whom the provider vouches for. A known TechID is known; for whom it acts is what the claims say today. Else a
 * known identity number asks for confirmation, else a known paper (the old card, a passport); else a person and an account
 * are made. A number that comes later is set on the record that had none; where another record has it, that is asked.
 */
export async function linkCitizen(deps: LinkCitizenDeps, tx: Tx, vouched: Vouched): Promise<Linked> {
  const { claims, now } = vouched;
  await lockClaims(tx, deps, claims);
  const organisationId = await organisationOf(deps, tx, vouched);
  const known = await accountsOfSubject(tx, deps.jurisdiction, subjectOf(deps, claims));
  const found = whoseAccount(known, signingIn(deps, claims, organisationId));
  const older =
    claims.identityNumber &&
    (await findPersonByNumber(tx, deps.jurisdiction, deps.seal, claims.identityNumber));
  const hasNone = known.some((each) => each.personId === found.personId && each.identityIndex === null);
  if (older && older.id !== found.personId && (!found.personId || hasNone))
    return { askAbout: { personId: older.id, matched: 'identityNumber' } };
  if (found.account) return { session: await enter(deps, tx, vouched, found.account) };
  if (found.personId)
    return { session: await openAccount(deps, tx, vouched, found.personId, organisationId) };
  const byPaper = await personOfPapers(deps, tx, claims);
  if (byPaper) return { askAbout: { personId: byPaper.id, matched: byPaper.kind } };
  const personId = deps.newId<'person'>();
  await addPerson(tx, deps.jurisdiction, deps.seal, personId, ownFacts(claims), now);
  return { session: await openAccount(deps, tx, vouched, personId, organisationId) };
}

/**
 * The person said that the older record is theirs: one they had meanwhile, without a number, is merged into it. Only theirs: an
 * organisation's TechID leads to the records of representatives before them too.
 */
export async function linkConfirmed(
  deps: LinkCitizenDeps,
  tx: Tx,
  vouched: Vouched,
  personId: Id<'person'>,
): Promise<Result<NewSession>> {
  const { claims, now, origin } = vouched;
  await lockClaims(tx, deps, claims);
  const organisationId = await organisationOf(deps, tx, vouched);
  const before = await accountsOfSubject(tx, deps.jurisdiction, subjectOf(deps, claims));
  const theirs = whoseAccount(before, signingIn(deps, claims, organisationId)).personId;
  const numberless = before.find(
    (each) => each.personId === theirs && each.personId !== personId && each.identityIndex === null,
  );
  if (numberless) {
    const account = { id: numberless.accountId, person_id: numberless.personId, kind: 'citizen' } as const;
    const ctx = sessionContext(deps, account, now, origin);
    const both = [numberless.personId, personId] as const;
    const merged = await mergeRecords(deps, tx, ctx, both, { proof: 'bothSignIns', reason: null });
    if (!merged.ok) return merged;
  }
  // Merged a moment ago, or asked in two tabs and confirmed in both: the account is there already.
  const known = await accountsOfSubject(tx, deps.jurisdiction, subjectOf(deps, claims));
  const own = known.find((each) => each.personId === personId && each.organisationId === organisationId);
  if (own) return ok(await enter(deps, tx, vouched, own));
  return ok(await openAccount(deps, tx, vouched, personId, organisationId));
}

function personOfPapers(deps: LinkCitizenDeps, tx: Tx, { papers = [], identityNumber }: CitizenClaims) {
  const indexes = identityIndexes(deps.seal, identityNumber);
  return findPersonByPapers(tx, deps.jurisdiction, deps.seal, papers, indexes);
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
  return letIn(deps, tx, vouched, account);
}

async function enter(
  deps: LinkCitizenDeps,
  tx: Tx,
  vouched: Vouched,
  account: SubjectAccount,
): Promise<NewSession> {
  const { claims, now } = vouched;
  await actsAlone(tx, deps.jurisdiction, subjectOf(deps, claims), account, now);
  return letIn(deps, tx, vouched, account);
}

async function letIn(
  deps: LinkCitizenDeps,
  tx: Tx,
  { claims, now, origin }: Vouched,
  { accountId: id, personId }: Pick<SubjectAccount, 'accountId' | 'personId'>,
): Promise<NewSession> {
  await noteNumber(tx, deps.jurisdiction, deps.seal, personId, claims.identityNumber);
  await refreshPerson(tx, deps.jurisdiction, deps.seal, personId, ownFacts(claims));
  await keepPapers(tx, deps, personId, claims.papers ?? [], now);
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

function signingIn(
  { seal }: LinkCitizenDeps,
  { name, identityNumber }: CitizenClaims,
  organisationId: Id<'organisation'> | null,
): SigningIn {
  return { name, identityIndexes: identityIndexes(seal, identityNumber), organisationId };
}

function subjectOf(deps: LinkCitizenDeps, { techId: subject }: CitizenClaims) {
  return { issuer: deps.provider.issuer, subject };
}

/** Two first sign-ins of one person at once (two tabs) make one account; of one number (two TechIDs), one record. */
async function lockClaims(tx: Tx, deps: LinkCitizenDeps, claims: CitizenClaims): Promise<void> {
  const key = `identity:${deps.jurisdiction}:${deps.provider.issuer}:${claims.techId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  const papers = paperIndexes(deps.seal, claims.papers ?? []);
  await lockIndexes(tx, deps.jurisdiction, [...identityIndexes(deps.seal, claims.identityNumber), ...papers]);
}
