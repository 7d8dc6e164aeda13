import { z } from 'zod';
import type { Origin } from '../../../kernel/context.ts';
import type { FieldRefusal } from '../../../kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { NewSession } from '../core/sign-in.ts';
import { guardedUntil } from '../core/sign-in-throttle.ts';
import { findOfficerAccount, savePassword } from '../store/account-store.ts';
import { hashPassword, isOutdated, type PasswordCost, verifyPassword } from '../store/password-hash.ts';
import { hasFactor } from '../store/second-factor-store.ts';
import { wasSignedInFrom } from '../store/session-origins.ts';
import { clearFailures, failuresOfLogin, pairHash } from '../store/sign-in-failure-store.ts';
import { countGuess } from './count-guess.ts';
import { newSecret, type OpenSessionDeps, openSession } from './open-session.ts';

export interface SignInOfficerDeps extends OpenSessionDeps {
  readonly db: Database;
  readonly passwordCost: PasswordCost;
}

const input = z.object({
  login: z.string().trim().toLowerCase().min(1).max(100).transform(withoutNul),
  password: z.string().min(1).max(500),
});

/** PostgreSQL has no text with U+0000; no login has one either. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

/** Hash of a password nobody knows: an unknown login takes as long as a wrong password. One per cost. */
const decoys = new Map<PasswordCost, Promise<string>>();

/**
 * Signs an officer in by login and password. Refuses `identity.sign-in-incomplete` (fields),
 * `identity.wrong-password` (also for unknown logins), `identity.sign-in-blocked` (seconds to wait) and, where a login is being guessed
 * from many addresses and was never signed in from this one, `identity.sign-in-guarded`.
 */
export async function signInOfficer(
  deps: SignInOfficerDeps,
  request: unknown,
  now: Date,
  origin: Origin,
): Promise<Result<NewSession>> {
  const parsed = input.safeParse(request);
  if (!parsed.success)
    return refuse('invalid', 'identity.sign-in-incomplete', { fields: emptyFields(parsed.error) });
  const { login, password } = parsed.data;
  const pair = pairHash(login, origin.ip);
  const account = await findOfficerAccount(deps.db, deps.jurisdiction, login);
  const counted = await countGuess(deps, { key: pair, login, now }, async (tx) => {
    const guarded = guardedUntil(await failuresOfLogin(tx, deps.jurisdiction, login), now);
    return guarded && !(account && (await wasSignedInFrom(tx, deps.jurisdiction, account.id, origin.ip)))
      ? refuse('too-many', 'identity.sign-in-guarded')
      : undefined;
  });
  if (!counted.ok) return counted;
  const right = await verifyPassword(password, account?.password_hash ?? (await decoy(deps.passwordCost)));
  if (!account?.password_hash || !right) return refuse('unauthenticated', 'identity.wrong-password');
  const stored = account.password_hash;
  return inTransaction(deps.db, async (tx) => {
    await clearFailures(tx, deps.jurisdiction, pair);
    if (isOutdated(stored, deps.passwordCost))
      await savePassword(tx, deps.jurisdiction, account.id, await hashPassword(password, deps.passwordCost));
    const needsFactor = await hasFactor(tx, deps.jurisdiction, account.id);
    return ok(await openSession(deps, tx, { ...account, kind: 'officer', needsFactor }, now, origin));
  });
}

function decoy(cost: PasswordCost): Promise<string> {
  const known = decoys.get(cost) ?? hashPassword(newSecret(), cost);
  decoys.set(cost, known);
  return known;
}

function emptyFields(error: z.ZodError): FieldRefusal[] {
  const names = new Set(error.issues.map((issue) => String(issue.path[0] ?? 'login')));
  return [...names].map((name) => ({ pointer: `/${name}`, type: `identity.${name}-missing` }));
}
