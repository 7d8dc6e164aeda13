import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { NewSession } from '../core/sign-in.ts';
import { findSecureSession, type SecurityDeps, type SecurityRequest } from '../store/secure-session.ts';
import { changeToken } from '../store/session-store.ts';
import { newSecret } from './open-session.ts';

/**
 * Gives an officer's session another secret, once they have proved more than they had: whoever knew the old one, or planted it, holds
 * nothing. Refuses `identity.session-expired`.
 */
export async function renewSession(
  deps: SecurityDeps,
  request: SecurityRequest,
): Promise<Result<NewSession>> {
  const session = await findSecureSession(deps, deps.db, request);
  if (!session.ok) return session;
  const token = newSecret();
  const changed = await changeToken(deps.db, deps.jurisdiction, request.token ?? '', token);
  if (!changed) return refuse('unauthenticated', 'identity.session-expired');
  return ok({ token, expiresAt: session.value.absolute_until });
}
