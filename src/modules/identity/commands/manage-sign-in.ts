import { z } from 'zod';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { newPassword, passwordFault } from '../core/people/password.ts';
import { passwordHashOf, savePassword } from '../store/account-store.ts';
import { hashPassword, verifyPassword } from '../store/password-hash.ts';
import { passwordOwner } from '../store/people/password-owner.ts';
import type { SecurityDeps, SecurityRequest } from '../store/secure-session.ts';
import { revokeOthers, revokeSessionOf } from '../store/session-store.ts';
import { guarded } from './prove.ts';
import { withSecureSession } from './with-secure-session.ts';

const passwordInput = z.object({
  /** Left out by whoever signs in at the province's issuer and has no password. */
  current: z.string().max(500).default(''),
  next: newPassword,
});
const sessionInput = z.object({ sessionId: z.uuid() });

/** Changes or sets the password and ends every other session. Refuses `identity.wrong-password` and what `passwordFault` tells. Wrong ones are counted as codes are. */
export async function changePassword(
  deps: SecurityDeps,
  request: SecurityRequest,
  input: unknown,
): Promise<Result<null>> {
  const parsed = parseInput(passwordInput, input);
  if (!parsed.ok) return parsed;
  const { current, next } = parsed.value;
  const what = { command: 'identity.change-password', proof: 'fresh' } as const;
  return guarded(deps, request, what, async (tx, session) => {
    const stored = await passwordHashOf(tx, deps.jurisdiction, session.account_id);
    if (stored && !(await verifyPassword(current, stored)))
      return refuse('unauthenticated', 'identity.wrong-password', {
        fields: [{ pointer: '/current', type: 'identity.wrong-password' }],
      });
    const owner = await passwordOwner(deps, tx, session.account_id);
    const fault = passwordFault(next, owner, deps.guessedPasswords);
    if (fault) return refuseField('/next', fault);
    if (next === current) return refuseField('/next', 'identity.password-same');
    const hash = await hashPassword(next, deps.passwordCost);
    await savePassword(tx, deps.jurisdiction, session.account_id, hash);
    await revokeOthers(tx, deps.jurisdiction, session, request.now);
    return ok(null);
  });
}

/** Ends one of the account's sessions. Refuses `identity.session-unknown` for anybody else's. */
export async function endSession(
  deps: SecurityDeps,
  request: SecurityRequest,
  input: unknown,
): Promise<Result<null>> {
  const parsed = parseInput(sessionInput, input);
  if (!parsed.ok) return parsed;
  const what = { command: 'identity.end-session', proof: 'fresh' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    const { sessionId } = parsed.value;
    const ended = await revokeSessionOf(tx, deps.jurisdiction, session.account_id, sessionId, request.now);
    return ended ? ok(null) : refuse('not-found', 'identity.session-unknown');
  });
}

/** Ends every session of the account but this one. */
export function endOtherSessions(deps: SecurityDeps, request: SecurityRequest): Promise<Result<null>> {
  const what = { command: 'identity.end-other-sessions', proof: 'fresh' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    await revokeOthers(tx, deps.jurisdiction, session, request.now);
    return ok(null);
  });
}
