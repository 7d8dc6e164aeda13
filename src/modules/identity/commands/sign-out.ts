import type { Origin } from '../../../kernel/context.ts';
import { ok } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { findSession, revokeSession } from '../store/session-store.ts';
import { type OpenSessionDeps, sessionContext } from './open-session.ts';

export interface SignOutDeps extends OpenSessionDeps {
  readonly db: Database;
}

/**
 * Ends the session of a token; an unknown or ended one is no fault. Tells whether it was opened at the province's issuer, where
 * the person is still signed in.
 */
export async function signOut(
  deps: SignOutDeps,
  token: string,
  now: Date,
  origin: Origin,
): Promise<{ readonly byProvince: boolean }> {
  const ended = await inTransaction(deps.db, async (tx) => {
    const session = await findSession(tx, deps.jurisdiction, token, now);
    if (session && (await revokeSession(tx, deps.jurisdiction, token, now))) {
      const account = { id: session.account_id, person_id: session.person_id, kind: session.kind };
      const ctx = sessionContext(deps, account, now, origin);
      await recordAction(tx, ctx, deps.newId, { command: 'identity.sign-out', subjectId: account.id });
    }
    return ok({ byProvince: session?.by_province ?? false });
  });
  return { byProvince: ended.ok && ended.value.byProvince };
}
