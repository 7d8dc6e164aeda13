import type { Origin } from '../../../../kernel/context.ts';
import type { Id } from '../../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { Tx } from '../../../../platform/database.ts';
import { inTransaction } from '../../../../platform/transaction.ts';
import { isSince, isTooOld } from '../../core/province.ts';
import { safeReturnPath } from '../../core/return-path.ts';
import type { NewSession, StartedSignIn } from '../../core/sign-in.ts';
import { findLinkedAccount, linkOf } from '../../store/province-store.ts';
import { hasFactor } from '../../store/second-factor-store.ts';
import {
  findSecureSession,
  type SecurityDeps,
  type SecurityRequest,
  wantsFactor,
} from '../../store/secure-session.ts';
import { markFactorProved, markPasswordProved } from '../../store/session-store.ts';
import { addFlow, findFlow, takeFlow } from '../../store/sign-in-flow-store.ts';
import { newSecret, openSession } from '../open-session.ts';
import { withSecureSession } from '../with-secure-session.ts';
import { sealClaims } from './link-province.ts';
import type { ProvinceProof, ProvinceProvider } from './province-provider.ts';

export interface ProvinceDeps extends SecurityDeps {
  /** Undefined where no issuer of the province is configured. */
  readonly province: ProvinceProvider | undefined;
}

/** How the way back from the province's issuer ended. */
export type FinishedProvince =
  | { readonly kind: 'signedIn'; readonly session: NewSession; readonly returnPath: string }
  /** The session's owner has proved themselves anew. */
  | { readonly kind: 'proved'; readonly returnPath: string }
  /** No account is linked to this person yet: whose it is, is proved on a page of ours. */
  | { readonly kind: 'link'; readonly flowToken: string };

/** Time to type a password there and a code, and to prove oneself here before a link. */
const minutesOpen = 15;
const home = '/can-bo';

/**
 * Begins at the province's issuer: signing in, or, with the request of a session, proving oneself anew. Refuses
 * `identity.province-off`, `.province-unavailable` and, for the latter, a session without a link (`.province-not-linked`).
 */
export async function startProvince(
  deps: ProvinceDeps,
  asked: { readonly returnPath: string | undefined; readonly now: Date; readonly anew?: SecurityRequest },
): Promise<Result<StartedSignIn>> {
  const { province } = deps;
  if (!province) return refuse('not-found', 'identity.province-off');
  const { anew, now } = asked;
  let sessionId: Id<'session'> | undefined;
  if (anew) {
    const session = await findSecureSession(deps, deps.db, anew);
    if (!session.ok) return session;
    if (!(await isLinkedHere(deps, province, session.value.account_id)))
      return refuse('conflict', 'identity.province-not-linked');
    sessionId = session.value.id;
  }
  const begun = await province.begin(anew !== undefined);
  if (!begun.ok) return begun;
  const flowToken = newSecret();
  const returnPath = safeReturnPath(asked.returnPath, home);
  const flow = { stage: 'office', ...begun.value.secrets, sessionId, sentAt: now, returnPath } as const;
  await addFlow(deps.db, deps.jurisdiction, flowToken, flow, now, flowEnd(now));
  return ok({ redirectTo: begun.value.redirectTo, flowToken });
}

/**
 * Takes the issuer's answer. Refuses one that belongs to no sign-in of this browser, was used or is too old
 * (`identity.province-expired`), what the issuer refuses, a closed account, and, proving anew, another person, an old sign-in and a
 * missing second factor.
 */
export async function finishProvince(
  deps: ProvinceDeps,
  request: SecurityRequest,
  flowToken: string | undefined,
  callback: URLSearchParams,
): Promise<Result<FinishedProvince>> {
  const { province } = deps;
  const { now, origin } = request;
  if (!province) return refuse('not-found', 'identity.province-off');
  const flow = await takeFlow(deps.db, deps.jurisdiction, flowToken, 'office', now);
  if (flow?.stage !== 'office') return refuse('unauthenticated', 'identity.province-expired');
  const proof = await province.complete(callback, flow, now);
  if (!proof.ok) return proof;
  const { returnPath, sessionId } = flow;
  if (sessionId) {
    const proved = await proveAnew(deps, province, request, { sessionId, sentAt: flow.sentAt }, proof.value);
    return proved.ok ? ok({ kind: 'proved', returnPath }) : proved;
  }
  if (isTooOld(proof.value.provedAt, now)) return refuse('unauthenticated', 'identity.province-too-old');
  return inTransaction(deps.db, (tx) =>
    signIn(deps, tx, province.issuer, proof.value, returnPath, now, origin),
  );
}

/** Where the way to the province's issuer was going, for the page that says it failed, and whether a session proves itself anew. */
export async function findProvinceFlow(
  deps: ProvinceDeps,
  flowToken: string | undefined,
  now: Date,
): Promise<{ readonly returnPath: string; readonly isAnew: boolean } | undefined> {
  const flow = await findFlow(deps.db, deps.jurisdiction, flowToken, now);
  return flow?.stage === 'office'
    ? { returnPath: flow.returnPath, isAnew: flow.sessionId !== undefined }
    : undefined;
}

async function signIn(
  deps: ProvinceDeps,
  tx: Tx,
  issuer: string,
  proof: ProvinceProof,
  returnPath: string,
  now: Date,
  origin: Origin,
): Promise<Result<FinishedProvince>> {
  const account = await findLinkedAccount(tx, deps.jurisdiction, { issuer, subject: proof.claims.subject });
  if (!account) {
    const flowToken = newSecret();
    const flow = {
      stage: 'officeLink',
      claimsSealed: sealClaims(deps, issuer, proof.claims),
      returnPath,
    } as const;
    await addFlow(tx, deps.jurisdiction, flowToken, flow, now, flowEnd(now));
    return ok({ kind: 'link', flowToken });
  }
  if (account.is_closed) return refuse('forbidden', 'identity.province-account-closed');
  const needsFactor = await hasFactor(tx, deps.jurisdiction, account.id);
  const owner = { ...account, kind: 'officer', needsFactor, province: proof } as const;
  return ok({ kind: 'signedIn', session: await openSession(deps, tx, owner, now, origin), returnPath });
}

/** The same session's owner, signed in there since they were sent, with a second factor where one is wanted. */
function proveAnew(
  deps: ProvinceDeps,
  { issuer }: ProvinceProvider,
  request: SecurityRequest,
  sent: { readonly sessionId: Id<'session'>; readonly sentAt: Date },
  { claims, provedAt, isFactor }: ProvinceProof,
): Promise<Result<null>> {
  const what = { command: 'identity.prove-by-province', proof: 'password' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    if (session.id !== sent.sessionId) return refuse('unauthenticated', 'identity.province-expired');
    const link = await linkOf(tx, deps.jurisdiction, session.account_id);
    if (link?.issuer !== issuer || link.subject !== claims.subject)
      return refuse('forbidden', 'identity.province-other-person');
    if (!isSince(provedAt, sent.sentAt)) return refuse('unauthenticated', 'identity.province-not-anew');
    if (isFactor) await markFactorProved(tx, deps.jurisdiction, session.id, provedAt);
    else if (wantsFactor(session)) return refuse('unauthenticated', 'identity.province-factor-missing');
    else await markPasswordProved(tx, deps.jurisdiction, session.id, provedAt);
    return ok(null);
  });
}

async function isLinkedHere(deps: ProvinceDeps, { issuer }: ProvinceProvider, accountId: Id<'account'>) {
  return (await linkOf(deps.db, deps.jurisdiction, accountId))?.issuer === issuer;
}

function flowEnd(now: Date): Date {
  return new Date(now.getTime() + minutesOpen * 60_000);
}
