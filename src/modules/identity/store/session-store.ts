import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Origin } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, maybeOne, type Tx } from '../../../platform/database.ts';

export interface SessionRow {
  readonly id: Id<'session'>;
  readonly account_id: Id<'account'>;
  readonly person_id: Id<'person'>;
  readonly kind: 'citizen' | 'officer';
  readonly name: string;
  readonly seen_at: Date;
  readonly idle_until: Date;
  readonly absolute_until: Date;
  readonly revoked_at: Date | null;
}

/** What is stored of a secret kept by the browser. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** The session of a token whatever its state, with its account; undefined when there is none or it is closed. */
export function findSession(
  db: Connection,
  jurisdiction: Jurisdiction,
  token: string,
): Promise<SessionRow | undefined> {
  return maybeOne(
    db,
    sql<SessionRow>`
      select session.id, session.account_id, account.person_id, account.kind, person.name, session.seen_at,
        session.idle_until, session.absolute_until, session.revoked_at
      from identity.session
      join identity.account on account.jurisdiction = session.jurisdiction and account.id = session.account_id
      join identity.person on person.jurisdiction = account.jurisdiction and person.id = account.person_id
      where session.jurisdiction = ${jurisdiction} and session.token_hash = ${secretHash(token)}
        and account.closed_at is null`,
  );
}

/** Opens a session; sessions that ended a month ago go at the same time. */
export async function addSession(
  tx: Tx,
  jurisdiction: Jurisdiction,
  session: {
    readonly id: Id<'session'>;
    readonly token: string;
    readonly accountId: Id<'account'>;
    readonly idleUntil: Date;
    readonly absoluteUntil: Date;
  },
  now: Date,
  origin: Origin,
): Promise<void> {
  const monthAgo = new Date(now.getTime() - 30 * 86_400_000);
  await sql`
    delete from identity.session
    where jurisdiction = ${jurisdiction} and absolute_until < ${monthAgo}`.execute(tx);
  await sql`
    insert into identity.session (jurisdiction, id, token_hash, account_id, created_at, seen_at, idle_until,
      absolute_until, origin_ip, user_agent)
    values (${jurisdiction}, ${session.id}, ${secretHash(session.token)}, ${session.accountId}, ${now}, ${now},
      ${session.idleUntil}, ${session.absoluteUntil}, ${origin.ip ?? null},
      ${origin.userAgent?.slice(0, 300) ?? null})`.execute(tx);
}

/** Moves the idle limit of a session that is in use. */
export async function touchSession(
  db: Connection,
  jurisdiction: Jurisdiction,
  id: Id<'session'>,
  now: Date,
  idleUntil: Date,
): Promise<void> {
  await sql`
    update identity.session set seen_at = ${now}, idle_until = ${idleUntil}
    where jurisdiction = ${jurisdiction} and id = ${id} and revoked_at is null`.execute(db);
}

/** Ends the session of a token; returns its account, undefined when there was nothing to end. */
export function revokeSession(
  db: Connection,
  jurisdiction: Jurisdiction,
  token: string,
  now: Date,
): Promise<{ account_id: Id<'account'>; kind: 'citizen' | 'officer' } | undefined> {
  return maybeOne(
    db,
    sql<{ account_id: Id<'account'>; kind: 'citizen' | 'officer' }>`
      update identity.session set revoked_at = ${now}
      from identity.account
      where session.jurisdiction = ${jurisdiction} and session.token_hash = ${secretHash(token)}
        and session.revoked_at is null
        and account.jurisdiction = session.jurisdiction and account.id = session.account_id
      returning session.account_id, account.kind`,
  );
}
