import { z } from 'zod';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { isFresh } from '../../core/assurance.ts';
import { staysAdministered } from '../../core/people/post-rules.ts';
import type { ProvinceClaims } from '../../core/province.ts';
import { loginOf, passwordHashOf } from '../../store/account-store.ts';
import { clearPasswords } from '../../store/people/activation-store.ts';
import { administratorsBeside, allPostsOf, lockAdministrators } from '../../store/people/officer-accounts.ts';
import { addLink, dropLinks, linkOf } from '../../store/province-store.ts';
import {
  findSecureSession,
  type SecurityDeps,
  type SecurityRequest,
  wholeProofAt,
} from '../../store/secure-session.ts';
import { revokeOthers } from '../../store/session-store.ts';
import { findFlow, takeFlow } from '../../store/sign-in-flow-store.ts';
import { withSecureSession } from '../with-secure-session.ts';

const claimsContext = 'identity.sign_in_flow.claims';

/** Somebody of the province's issuer whom no account is linked to, and what is still to be done about it. */
export interface PendingProvinceLink {
  /** As the issuer calls them: for the person to recognise, not as a proof. */
  readonly name?: string | undefined;
  readonly login?: string | undefined;
  /** Sign in here first, prove it anew, or confirm. */
  readonly next: 'sign-in' | 'prove' | 'confirm';
  /** The account here that would be linked. */
  readonly account?: { readonly name: string; readonly login: string };
}

const kept = z.object({
  issuer: z.string(),
  subject: z.string(),
  name: z.string().optional(),
  login: z.string().optional(),
});

/** What is kept of somebody between their coming back and the link. */
export function sealClaims(
  { seal }: Pick<SecurityDeps, 'seal'>,
  issuer: string,
  { subject, name, login }: ProvinceClaims,
) {
  return seal.seal(JSON.stringify({ issuer, subject, name, login }), claimsContext);
}

/** What the page of the link shows; undefined when there is nothing to link (any more). */
export async function pendingProvinceLink(
  deps: SecurityDeps,
  request: SecurityRequest,
  flowToken: string | undefined,
): Promise<PendingProvinceLink | undefined> {
  const flow = await findFlow(deps.db, deps.jurisdiction, flowToken, request.now);
  if (flow?.stage !== 'officeLink') return undefined;
  const { name, login } = kept.parse(JSON.parse(deps.seal.open(flow.claimsSealed, claimsContext)));
  const found = await findSecureSession(deps, deps.db, request);
  if (!found.ok) return { name, login, next: 'sign-in' };
  const fresh = isFresh(wholeProofAt(found.value) ?? undefined, request.now);
  if (!fresh) return { name, login, next: 'prove' };
  const account = {
    name: found.value.name,
    login: await loginOf(deps.db, deps.jurisdiction, found.value.account_id),
  };
  return { name, login, next: 'confirm', account };
}

/**
 * Links the account that is signed in, wholly and lately proved, to whoever came back from the province's issuer. Only its owner does
 * so: neither what the issuer says of a login or an e-mail nor an administrator. Refuses a second link of either.
 */
export function linkProvince(
  deps: SecurityDeps,
  request: SecurityRequest,
  flowToken: string | undefined,
): Promise<Result<null>> {
  const what = { command: 'identity.link-province', proof: 'fresh' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    const flow = await takeFlow(tx, deps.jurisdiction, flowToken, 'officeLink', request.now);
    if (flow?.stage !== 'officeLink') return refuse('unauthenticated', 'identity.province-expired');
    if (await linkOf(tx, deps.jurisdiction, session.account_id))
      return refuse('conflict', 'identity.province-linked-already');
    const subject = kept.parse(JSON.parse(deps.seal.open(flow.claimsSealed, claimsContext)));
    const made = await addLink(tx, deps.jurisdiction, session.account_id, subject, request.now);
    return made ? ok(null) : refuse('conflict', 'identity.province-linked-elsewhere');
  });
}

/** Takes the own link away, and ends every other session: one of them may be somebody else's who came in by it. Refuses where it is the only way to sign in (`identity.province-only-way`). */
export function unlinkProvince(deps: SecurityDeps, request: SecurityRequest): Promise<Result<null>> {
  const what = { command: 'identity.unlink-province', proof: 'fresh' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    const id = session.account_id;
    if (!(await linkOf(tx, deps.jurisdiction, id))) return refuse('conflict', 'identity.province-not-linked');
    if (!(await passwordHashOf(tx, deps.jurisdiction, id)))
      return refuse('conflict', 'identity.province-only-way');
    await dropLinks(tx, deps.jurisdiction, [id]);
    await revokeOthers(tx, deps.jurisdiction, session, request.now);
    return ok(null);
  });
}

/**
 * Gives up the own password and ends every other session: from then on only the province's issuer opens the account. Refuses without a link, and where no other
 * administrator with a password is left: when the issuer is down, somebody must get in.
 */
export function dropPassword(deps: SecurityDeps, request: SecurityRequest): Promise<Result<null>> {
  const what = { command: 'identity.drop-password', proof: 'fresh' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    await lockAdministrators(tx, deps.jurisdiction);
    const id = session.account_id;
    if (!(await linkOf(tx, deps.jurisdiction, id))) return refuse('conflict', 'identity.province-not-linked');
    const posts = await allPostsOf(tx, deps.jurisdiction, [session.person_id]);
    const others = await administratorsBeside(tx, deps.jurisdiction, { personIds: [session.person_id] });
    const isAdministrator = posts.some(({ role }) => role === 'administrator');
    if (isAdministrator && !staysAdministered(others, plainDateOf(request.now)))
      return refuse('conflict', 'identity.last-administrator');
    await clearPasswords(tx, deps.jurisdiction, [id]);
    await revokeOthers(tx, deps.jurisdiction, session, request.now);
    return ok(null);
  });
}
