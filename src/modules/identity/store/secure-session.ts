import type { Origin } from '../../../kernel/context.ts';
import type { Jurisdiction, NewId } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database, Tx } from '../../../platform/database.ts';
import type { Seal } from '../../../platform/sealed-text.ts';
import { demandsSecondFactor } from '../core/assurance.ts';
import type { GuessedPasswords } from '../core/people/password.ts';
import type { UnitDirectory } from '../core/unit.ts';
import { postsOn } from './account-store.ts';
import { delegationsInForce } from './delegation-store.ts';
import { grantsOn } from './grant-store.ts';
import type { PasswordCost } from './password-hash.ts';
import { findSession, hasEnded, type SessionRow } from './session-store.ts';

export interface SecurityDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
  readonly newId: NewId;
  readonly seal: Seal;
  readonly units: UnitDirectory;
  readonly passwordCost: PasswordCost;
  readonly guessedPasswords: GuessedPasswords;
}

/** A request about one's own sign-in: the session's secret, the moment, and from where. */
export interface SecurityRequest {
  readonly token: string | undefined;
  readonly now: Date;
  readonly origin: Origin;
}

/** An officer's session with what its account has to prove. */
export interface SecureSession extends SessionRow {
  /** Whether a post, one's own or lent, or a grant of today demands a second factor. */
  readonly demanded: boolean;
}

/** The officer's live session behind the token. */
export async function findSecureSession(
  deps: Pick<SecurityDeps, 'jurisdiction'>,
  db: Database | Tx,
  { token, now }: SecurityRequest,
): Promise<Result<SecureSession>> {
  const session = token ? await findSession(db, deps.jurisdiction, token, now) : undefined;
  if (session?.kind !== 'officer' || hasEnded(session, now))
    return refuse('unauthenticated', 'identity.session-expired');
  const today = plainDateOf(now);
  const posts = await postsOn(db, deps.jurisdiction, session.person_id, today);
  const grants = await grantsOn(db, deps.jurisdiction, session.person_id, today);
  const lent = await delegationsInForce(db, deps.jurisdiction, session.person_id, today);
  const demanded = demandsSecondFactor(
    [...posts, ...lent].map(({ role }) => role),
    grants.map(({ permission }) => permission),
  );
  return ok({ ...session, demanded });
}

/** When the session last proved whole; null while the second factor is awaited. */
export function wholeProofAt(session: SecureSession): Date | null {
  if (session.factor_at) return session.factor_at;
  return wantsFactor(session) ? null : session.password_at;
}

/** Whether a proof without a second factor is none for this session. */
export function wantsFactor(session: SecureSession): boolean {
  return session.has_factor || session.demanded || session.needs_factor;
}
