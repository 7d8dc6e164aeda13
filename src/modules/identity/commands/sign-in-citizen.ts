import { sql } from 'kysely';
import type { Origin } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database, Tx } from '../../../platform/database.ts';
import type { Seal } from '../../../platform/sealed-text.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { type CitizenClaims, parseCitizenClaims } from '../core/citizen-claims.ts';
import { safeReturnPath } from '../core/return-path.ts';
import type { FinishedSignIn, PendingLink, StartedSignIn } from '../core/sign-in.ts';
import { addCitizenAccount, findCitizenAccount } from '../store/account-store.ts';
import { keepOrganisation } from '../store/organisation-store.ts';
import { addPerson, findPersonByNumber, refreshPerson } from '../store/person-store.ts';
import { addFlow, findFlow, takeFlow } from '../store/sign-in-flow-store.ts';
import { askMerge } from './citizens/ask-merge.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { newSecret, type OpenSessionDeps, openSession } from './open-session.ts';

export interface SignInCitizenDeps extends OpenSessionDeps {
  readonly db: Database;
  readonly seal: Seal;
  readonly provider: IdentityProvider;
}

const claimsContext = 'identity.sign_in_flow.claims';
/** Time to type a password and confirm at the provider. */
const startedMinutes = 15;
const confirmMinutes = 10;
/** Where citizens land who came for nothing in particular. */
const home = '/ho-so';

/** Begins a sign-in at the identity provider. Refuses `identity.issuer-unavailable`. */
export async function startCitizenSignIn(
  deps: SignInCitizenDeps,
  returnPath: string | undefined,
  now: Date,
  mergeAccountId?: Id<'account'>,
): Promise<Result<StartedSignIn>> {
  const begun = await deps.provider.begin();
  if (!begun.ok) return begun;
  const flowToken = newSecret();
  const flow = {
    stage: 'started',
    ...begun.value.secrets,
    mergeAccountId,
    returnPath: safeReturnPath(returnPath, home),
  } as const;
  await addFlow(deps.db, deps.jurisdiction, flowToken, flow, now, minutesAfter(now, startedMinutes));
  return ok({ redirectTo: begun.value.redirectTo, flowToken });
}

/**
 * Takes the provider's answer. A known TechID signs in; else a known identity number asks for confirmation; else
 * a person and an account are made. Refuses an answer that belongs to no sign-in of this browser, was used, or is
 * too old (`identity.sign-in-expired`), and whatever the provider refuses.
 */
export async function finishCitizenSignIn(
  deps: SignInCitizenDeps,
  flowToken: string | undefined,
  callback: URLSearchParams,
  now: Date,
  origin: Origin,
): Promise<Result<FinishedSignIn>> {
  const flow = await takeFlow(deps.db, deps.jurisdiction, flowToken, 'started', now);
  if (flow?.stage !== 'started') return refuse('unauthenticated', 'identity.sign-in-expired');
  const claims = await deps.provider.complete(callback, flow);
  if (!claims.ok) return claims;
  const { mergeAccountId } = flow;
  if (mergeAccountId) return askMerge(deps, claims.value, { ...flow, mergeAccountId }, now);
  return inTransaction(deps.db, (tx) => linkAndSignIn(deps, tx, claims.value, flow.returnPath, now, origin));
}

/** Where the sign-in under way was going, for the page that says it failed. */
export async function findReturnPath(
  deps: SignInCitizenDeps,
  flowToken: string | undefined,
  now: Date,
): Promise<string | undefined> {
  const flow = await findFlow(deps.db, deps.jurisdiction, flowToken, now);
  return flow?.returnPath === home ? undefined : flow?.returnPath;
}

/** What the confirmation page shows; undefined when there is nothing to confirm (any more). */
export async function findPendingLink(
  deps: SignInCitizenDeps,
  flowToken: string | undefined,
  now: Date,
): Promise<PendingLink | undefined> {
  const flow = await findFlow(deps.db, deps.jurisdiction, flowToken, now);
  const claims = flow?.stage === 'confirm' && openClaims(deps.seal, flow.claimsSealed);
  if (!claims) return undefined;
  return {
    name: claims.name,
    numberEnding: claims.identityNumber?.slice(-4) ?? '',
    ...(claims.organisation && { organisation: claims.organisation.name }),
  };
}

/** The person said the older record is theirs: the account is linked to it. Refuses `identity.sign-in-expired`. */
export async function confirmLink(
  deps: SignInCitizenDeps,
  flowToken: string | undefined,
  now: Date,
  origin: Origin,
): Promise<Result<Extract<FinishedSignIn, { kind: 'signedIn' }>>> {
  return inTransaction(deps.db, async (tx) => {
    const flow = await takeFlow(tx, deps.jurisdiction, flowToken, 'confirm', now);
    const claims = flow?.stage === 'confirm' && openClaims(deps.seal, flow.claimsSealed);
    if (flow?.stage !== 'confirm' || !claims) return refuse('unauthenticated', 'identity.sign-in-expired');
    await lockSubject(tx, deps, claims.techId);
    return ok(await openAccount(deps, tx, flow.personId, claims, flow.returnPath, now, origin));
  });
}

async function linkAndSignIn(
  deps: SignInCitizenDeps,
  tx: Tx,
  claims: CitizenClaims,
  returnPath: string,
  now: Date,
  origin: Origin,
): Promise<Result<FinishedSignIn>> {
  await lockSubject(tx, deps, claims.techId);
  const account = await findCitizenAccount(tx, deps.jurisdiction, deps.provider.issuer, claims.techId);
  if (account) {
    await refresh(deps, tx, account.person_id, claims, now);
    const session = await openSession(deps, tx, { ...account, kind: 'citizen' }, now, origin);
    return ok({ kind: 'signedIn', session, returnPath });
  }
  const person =
    claims.identityNumber &&
    (await findPersonByNumber(tx, deps.jurisdiction, deps.seal, claims.identityNumber));
  if (person) {
    const flowToken = newSecret();
    const claimsSealed = deps.seal.seal(JSON.stringify(toWire(claims)), claimsContext);
    const flow = { stage: 'confirm', claimsSealed, personId: person.id, returnPath } as const;
    await addFlow(tx, deps.jurisdiction, flowToken, flow, now, minutesAfter(now, confirmMinutes));
    return ok({ kind: 'confirm', flowToken });
  }
  const personId = deps.newId<'person'>();
  await addPerson(tx, deps.jurisdiction, deps.seal, personId, ownFacts(claims), now);
  return ok(await openAccount(deps, tx, personId, claims, returnPath, now, origin));
}

async function openAccount(
  deps: SignInCitizenDeps,
  tx: Tx,
  personId: Id<'person'>,
  claims: CitizenClaims,
  returnPath: string,
  now: Date,
  origin: Origin,
) {
  const account = { id: deps.newId<'account'>(), person_id: personId };
  const organisationId = await refresh(deps, tx, personId, claims, now);
  const subject = { issuer: deps.provider.issuer, subject: claims.techId, organisationId };
  await addCitizenAccount(tx, deps.jurisdiction, { ...account, ...subject }, now);
  const session = await openSession(deps, tx, { ...account, kind: 'citizen' }, now, origin);
  return { kind: 'signedIn' as const, session, returnPath };
}

/** Takes over what the provider says today; returns the organisation when the account is one's. */
async function refresh(
  deps: SignInCitizenDeps,
  tx: Tx,
  personId: Id<'person'>,
  claims: CitizenClaims,
  now: Date,
): Promise<Id<'organisation'> | undefined> {
  await refreshPerson(tx, deps.jurisdiction, deps.seal, personId, ownFacts(claims));
  if (!claims.organisation) return undefined;
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

/** Two first sign-ins of one person at once (two tabs) make one account. */
async function lockSubject(tx: Tx, deps: SignInCitizenDeps, techId: string): Promise<void> {
  const key = `identity:${deps.jurisdiction}:${deps.provider.issuer}:${techId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

function openClaims(seal: Seal, sealed: Parameters<Seal['open']>[0]): CitizenClaims | undefined {
  return parseCitizenClaims(JSON.parse(seal.open(sealed, claimsContext)));
}

/** Back to the provider's names, so that one parser reads both. */
function toWire(claims: CitizenClaims) {
  return {
    TechID: claims.techId,
    HoVaTen: claims.name,
    SoDinhDanh: claims.identityNumber,
    NgaySinh: claims.birthDate,
    GioiTinh: claims.gender && { male: 'Nam', female: 'Nữ' }[claims.gender],
    SoDienThoai: claims.phone,
    ThuDienTu: claims.email,
    DiaChi: claims.address,
    loAs: claims.assurance,
    MaSoThue: claims.organisation?.taxCode,
    TenDoanhNghiep: claims.organisation?.name,
  };
}

function minutesAfter(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
