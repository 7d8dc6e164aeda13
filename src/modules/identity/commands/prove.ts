import { z } from 'zod';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { ActionName } from '../../../platform/journal.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { passwordHashOf } from '../store/account-store.ts';
import { verifyPassword } from '../store/password-hash.ts';
import { factorsOf, spendRecoveryCode, spendStep, totpContext } from '../store/second-factor-store.ts';
import {
  findSecureSession,
  type SecureSession,
  type SecurityDeps,
  type SecurityRequest,
} from '../store/secure-session.ts';
import { markFactorProved, markPasswordProved } from '../store/session-store.ts';
import { clearFailures, pairHash } from '../store/sign-in-failure-store.ts';
import { stepOfCode } from '../store/totp.ts';
import { countGuess } from './count-guess.ts';
import { type Proof, staleForFirst, withSecureSession } from './with-secure-session.ts';

const codeInput = z.object({ code: z.string().trim().min(1).max(40) });
const passwordInput = z.object({ password: z.string().min(1).max(500) });

/**
 * Proves the second factor by a code of the authenticator app, or by a recovery code, which is good once. The first code of a new
 * app confirms it, of the account's first one while the password is fresh (`identity.enrol-again`). Refuses `identity.wrong-code` and
 * `identity.sign-in-blocked`: guesses are counted per account, for whoever guesses here knows the password already.
 */
export async function proveByCode(
  deps: SecurityDeps,
  request: SecurityRequest,
  input: unknown,
): Promise<Result<null>> {
  const parsed = parseInput(codeInput, input);
  if (!parsed.ok) return parsed;
  const what = { command: 'identity.prove-by-code', proof: 'password' } as const;
  return guarded(deps, request, what, async (tx, session) => {
    const stale = session.has_factor ? undefined : staleForFirst(session, request.now);
    if (stale) return stale;
    const code = parsed.value.code.replaceAll(/\s/g, '');
    const right =
      (await takeTotp(deps, tx, session, code, request.now)) ||
      (await spendRecoveryCode(tx, deps.jurisdiction, session.account_id, code, request.now));
    if (!right) return refuseField('/code', 'identity.wrong-code', { kind: 'unauthenticated' });
    await markFactorProved(tx, deps.jurisdiction, session.id, request.now);
    return ok(null);
  });
}

/** Proves again by the password, for accounts without a second factor. Refuses `identity.wrong-password`. */
export async function proveByPassword(
  deps: SecurityDeps,
  request: SecurityRequest,
  input: unknown,
): Promise<Result<null>> {
  const parsed = parseInput(passwordInput, input);
  if (!parsed.ok) return parsed;
  const what = { command: 'identity.prove-by-password', proof: 'password' } as const;
  return guarded(deps, request, what, async (tx, session) => {
    if (session.has_factor || session.demanded) return refuse('invalid', 'identity.code-wanted');
    const stored = await passwordHashOf(tx, deps.jurisdiction, session.account_id);
    if (!stored || !(await verifyPassword(parsed.value.password, stored)))
      return refuseField('/password', 'identity.wrong-password', { kind: 'unauthenticated' });
    await markPasswordProved(tx, deps.jurisdiction, session.id, request.now);
    return ok(null);
  });
}

/** Takes a code of one of the account's apps; false when none shows it, or it was used before. */
export async function takeTotp(
  deps: Pick<SecurityDeps, 'jurisdiction' | 'seal'>,
  tx: Tx,
  session: Pick<SecureSession, 'account_id' | 'has_factor'>,
  code: string,
  now: Date,
): Promise<boolean> {
  const factors = await factorsOf(tx, deps.jurisdiction, session.account_id);
  for (const factor of factors) {
    // One not confirmed yet counts only where there is no other: at the first enrolment.
    if (!factor.secret_sealed || (factor.confirmed_at === null && session.has_factor)) continue;
    const step = stepOfCode(deps.seal.open(factor.secret_sealed, totpContext), code, now);
    if (step !== undefined && (await spendStep(tx, deps.jurisdiction, factor.id, step, now))) return true;
  }
  return false;
}

/** One guess, counted before it is looked at: the count must stay when the guess is rolled back. What was no guess is given back. */
export async function guarded(
  deps: SecurityDeps,
  request: SecurityRequest,
  what: { readonly command: ActionName; readonly proof: Proof },
  work: (tx: Tx, session: SecureSession) => Promise<Result<null>>,
): Promise<Result<null>> {
  const session = await findSecureSession(deps, deps.db, request);
  if (!session.ok) return session;
  const guesses = pairHash(`second factor ${session.value.account_id}`, undefined);
  const counted = await countGuess(deps, { key: guesses, now: request.now });
  if (!counted.ok) return counted;
  const proved = await withSecureSession(deps, request, what, async (tx, found) => {
    const done = await work(tx, found);
    if (done.ok) await clearFailures(tx, deps.jurisdiction, guesses);
    return done;
  });
  if (!proved.ok && proved.refusal.kind !== 'unauthenticated') await counted.value.giveBack();
  return proved;
}
