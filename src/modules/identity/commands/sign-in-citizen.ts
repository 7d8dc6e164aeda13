import type { Origin } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database, Tx } from '../../../platform/database.ts';
import type { Seal } from '../../../platform/sealed-text.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { type CitizenClaims, type NumberKind, parseCitizenClaims } from '../core/citizen-claims.ts';
import { safeReturnPath } from '../core/return-path.ts';
import type { FinishedSignIn, PendingLink, StartedSignIn } from '../core/sign-in.ts';
import { addFlow, findFlow, takeFlow } from '../store/sign-in-flow-store.ts';
import { askMerge } from './citizens/ask-merge.ts';
import { type LinkCitizenDeps, linkCitizen, linkConfirmed, type Vouched } from './link-citizen.ts';
import { newSecret } from './open-session.ts';

export interface SignInCitizenDeps extends LinkCitizenDeps {
  readonly db: Database;
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
  const vouched = { claims: claims.value, now, origin };
  return inTransaction(deps.db, (tx) => linkAndSignIn(deps, tx, vouched, flow.returnPath));
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
  if (flow?.stage !== 'confirm') return undefined;
  const claims = openClaims(deps.seal, flow.claimsSealed);
  if (!claims) return undefined;
  return {
    name: claims.name,
    matched: flow.matched,
    numberEnding: (numberOf(claims, flow.matched) ?? '').slice(-4),
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
    const session = await linkConfirmed(deps, tx, { claims, now, origin }, flow.personId);
    if (!session.ok) return session;
    return ok({ kind: 'signedIn', session: session.value, returnPath: flow.returnPath });
  });
}

async function linkAndSignIn(
  deps: SignInCitizenDeps,
  tx: Tx,
  vouched: Vouched,
  returnPath: string,
): Promise<Result<FinishedSignIn>> {
  const linked = await linkCitizen(deps, tx, vouched);
  if ('session' in linked) return ok({ kind: 'signedIn', session: linked.session, returnPath });
  const flowToken = newSecret();
  const claimsSealed = deps.seal.seal(JSON.stringify(toWire(vouched.claims)), claimsContext);
  const flow = { stage: 'confirm', claimsSealed, ...linked.askAbout, returnPath } as const;
  const { now } = vouched;
  await addFlow(tx, deps.jurisdiction, flowToken, flow, now, minutesAfter(now, confirmMinutes));
  return ok({ kind: 'confirm', flowToken });
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
    SoCMND: numberOf(claims, 'formerCard'),
    HoChieu: numberOf(claims, 'passport'),
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

function numberOf({ identityNumber, papers }: CitizenClaims, kind: NumberKind): string | undefined {
  if (kind === 'identityNumber') return identityNumber;
  return papers?.find((paper) => paper.kind === kind)?.number;
}

function minutesAfter(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
