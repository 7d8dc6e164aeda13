import { type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { type ActionName, recordAction } from '../../../platform/journal.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { isFresh } from '../core/assurance.ts';
import {
  findSecureSession,
  type SecureSession,
  type SecurityDeps,
  type SecurityRequest,
  wholeProofAt,
} from '../store/secure-session.ts';
import { sessionContext } from './open-session.ts';

/**
 * What a request must have proved: `password` is enough for the second step of signing in, `first` for making a first factor there, where the
 * password is fresh. In a session that is whole already the latter wants a fresh proof, as all the rest does: one left open gives nobody
 * a factor of their own.
 */
export type Proof = 'password' | 'first' | 'fresh';

/**
 * Runs one change to an officer's own sign-in and writes it into the journal as `identity.<what>`. Refuses
 * `identity.session-expired` and, where a fresh proof is wanted, `identity.step-up-needed` (before a first factor `identity.enrol-again`).
 */
export function withSecureSession<T>(
  deps: SecurityDeps,
  request: SecurityRequest,
  what: { readonly command: ActionName; readonly proof: Proof },
  work: (tx: Tx, session: SecureSession) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inTransaction(deps.db, async (tx) => {
    const session = await findSecureSession(deps, tx, request);
    if (!session.ok) return session;
    const refused = lacking(session.value, what.proof, request.now);
    if (refused) return refused;
    const done = await work(tx, session.value);
    if (!done.ok) return done;
    const account = {
      id: session.value.account_id,
      person_id: session.value.person_id,
      kind: 'officer',
    } as const;
    await recordAction(tx, sessionContext(deps, account, request.now, request.origin), deps.newId, {
      command: what.command,
      subjectId: account.id,
    });
    return done;
  });
}

function lacking(session: SecureSession, proof: Proof, now: Date) {
  if (proof === 'password') return undefined;
  const provedAt = wholeProofAt(session);
  if (!provedAt)
    return proof === 'first'
      ? staleForFirst(session, now)
      : refuse('unauthenticated', 'identity.second-factor-needed');
  if (!isFresh(provedAt, now)) return refuse('forbidden', 'identity.step-up-needed');
  return undefined;
}

/** Refuses a first factor where the password, or the sign-in at the province, is too long ago. */
export function staleForFirst(session: SecureSession, now: Date) {
  return isFresh(session.password_at ?? undefined, now)
    ? undefined
    : refuse('forbidden', 'identity.enrol-again');
}
