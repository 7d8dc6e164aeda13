import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Origin } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';

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
  readonly needs_factor: boolean;
  readonly password_at: Date | null;
  readonly factor_at: Date | null;
  /** Whether the account has a second factor it may be asked for. */
  readonly has_factor: boolean;
  /** Opened at the province's issuer instead of by a password. */
  readonly by_province: boolean;
  /** Whether another session of the account, from another machine, has not ended. */
  readonly elsewhere: boolean;
  readonly organisation_id: Id<'organisation'> | null;
  /** Of a citizen: every account of the same person, or of the same organisation. */
  readonly own_accounts: readonly Id<'account'>[] | null;
}

/** Whether the session was revoked, left idle too long, or is too old. */
export function hasEnded(session: SessionRow, now: Date): boolean {
  return session.revoked_at !== null || session.idle_until <= now || session.absolute_until <= now;
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
  now: Date,
): Promise<SessionRow | undefined> {
  return maybeOne(
    db,
    sql<SessionRow>`
      select session.id, session.account_id, account.person_id, account.kind,
        coalesce(organisation.name, person.name) as name, session.seen_at,
        session.idle_until, session.absolute_until, session.revoked_at, session.needs_factor, session.password_at,
        session.factor_at, session.by_province,
        exists (
          select from identity.second_factor factor
          where factor.jurisdiction = session.jurisdiction and factor.account_id = session.account_id
            and factor.confirmed_at is not null and factor.removed_at is null) as has_factor,
        exists (
          select from identity.session other
          where other.jurisdiction = session.jurisdiction and other.account_id = session.account_id
            and other.id <> session.id and other.revoked_at is null and other.idle_until > ${now}
            and other.absolute_until > ${now}
            and (other.origin_ip, other.user_agent) is distinct from (session.origin_ip, session.user_agent)) as elsewhere,
        account.organisation_id,
        case when account.kind = 'citizen' then array(
          select own.id from identity.account own
          where own.jurisdiction = account.jurisdiction and own.kind = 'citizen'
            and (own.organisation_id = account.organisation_id
              or own.person_id = account.person_id and own.organisation_id is null
                and account.organisation_id is null)) end as own_accounts
      from identity.session
      join identity.account on account.jurisdiction = session.jurisdiction and account.id = session.account_id
      join identity.person on person.jurisdiction = account.jurisdiction and person.id = account.person_id
      left join identity.organisation on organisation.jurisdiction = account.jurisdiction
        and organisation.id = account.organisation_id
      where session.jurisdiction = ${jurisdiction} and session.token_hash = ${secretHash(token)}
        and account.closed_at is null`,
  );
}

/** A sign-in at the province's issuer: when it was, and whether it counts as a second factor. */
export interface ProvenElsewhere {
  readonly provedAt: Date;
  readonly isFactor: boolean;
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
    readonly needsFactor: boolean;
    readonly province?: ProvenElsewhere | undefined;
  },
  now: Date,
  origin: Origin,
): Promise<void> {
  const { province } = session;
  const monthAgo = new Date(now.getTime() - 30 * 86_400_000);
  await sql`
    delete from identity.session
    where jurisdiction = ${jurisdiction} and absolute_until < ${monthAgo}`.execute(tx);
  await sql`
    insert into identity.session (jurisdiction, id, token_hash, account_id, created_at, seen_at, idle_until,
      absolute_until, origin_ip, user_agent, needs_factor, password_at, factor_at, by_province)
    values (${jurisdiction}, ${session.id}, ${secretHash(session.token)}, ${session.accountId}, ${now}, ${now},
      ${session.idleUntil}, ${session.absoluteUntil}, ${origin.ip ?? null},
      ${origin.userAgent?.slice(0, 300) ?? null}, ${session.needsFactor}, ${province?.provedAt ?? now},
      ${province?.isFactor ? province.provedAt : null}, ${province !== undefined})`.execute(tx);
}

/** Changes the secret of a session; false when it has none of this. */
export async function changeToken(
  db: Connection,
  jurisdiction: Jurisdiction,
  from: string,
  to: string,
): Promise<boolean> {
  const changed = await maybeOne(
    db,
    sql<{ id: string }>`
      update identity.session set token_hash = ${secretHash(to)}
      where jurisdiction = ${jurisdiction} and token_hash = ${secretHash(from)} and revoked_at is null
      returning id`,
  );
  return changed !== undefined;
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

/** One sign-in that has not ended, as its owner sees it. */
export interface LiveSession {
  readonly id: Id<'session'>;
  readonly created_at: Date;
  readonly seen_at: Date;
  readonly origin_ip: string | null;
  readonly user_agent: string | null;
  readonly by_province: boolean;
}

/** Sessions of an account that have not ended, the latest used first. */
export function liveSessions(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  now: Date,
): Promise<readonly LiveSession[]> {
  return many(
    db,
    sql<LiveSession>`
      select id, created_at, seen_at, host(origin_ip) as origin_ip, user_agent, by_province
      from identity.session
      where jurisdiction = ${jurisdiction} and account_id = ${accountId} and revoked_at is null
        and idle_until > ${now} and absolute_until > ${now}
      order by seen_at desc, id`,
  );
}

/** The second factor has been proved in this session; a challenge under way is used up. */
export async function markFactorProved(
  tx: Tx,
  jurisdiction: Jurisdiction,
  id: Id<'session'>,
  now: Date,
): Promise<void> {
  await sql`
    update identity.session set factor_at = ${now}, challenge = null
    where jurisdiction = ${jurisdiction} and id = ${id}`.execute(tx);
}

/** The password has been proved again in this session. */
export async function markPasswordProved(
  tx: Tx,
  jurisdiction: Jurisdiction,
  id: Id<'session'>,
  now: Date,
): Promise<void> {
  await sql`
    update identity.session set password_at = ${now} where jurisdiction = ${jurisdiction} and id = ${id}`.execute(
    tx,
  );
}

/** Ends a session of this account; false when it has none of this id. */
export async function revokeSessionOf(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  id: string,
  now: Date,
): Promise<boolean> {
  const revoked = await maybeOne(
    tx,
    sql<{ id: string }>`
      update identity.session set revoked_at = ${now}
      where jurisdiction = ${jurisdiction} and account_id = ${accountId} and id = ${id} and revoked_at is null
      returning id`,
  );
  return revoked !== undefined;
}

/** Ends every other session of the session's account. */
export async function revokeOthers(
  tx: Tx,
  jurisdiction: Jurisdiction,
  session: Pick<SessionRow, 'id' | 'account_id'>,
  now: Date,
): Promise<void> {
  await sql`
    update identity.session set revoked_at = ${now}
    where jurisdiction = ${jurisdiction} and account_id = ${session.account_id} and id <> ${session.id}
      and revoked_at is null`.execute(tx);
}

/** Ends every session of an account. */
export async function revokeAllOf(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  now: Date,
): Promise<void> {
  await sql`
    update identity.session set revoked_at = ${now}
    where jurisdiction = ${jurisdiction} and account_id = ${accountId} and revoked_at is null`.execute(tx);
}

/** Keeps the challenge of a passkey for a few minutes. */
export async function saveChallenge(
  tx: Tx,
  jurisdiction: Jurisdiction,
  id: Id<'session'>,
  challenge: string,
  until: Date,
): Promise<void> {
  await sql`
    update identity.session set challenge = ${challenge}, challenge_until = ${until}
    where jurisdiction = ${jurisdiction} and id = ${id}`.execute(tx);
}

/** Takes the challenge under way: it is good once. */
export async function takeChallenge(
  tx: Tx,
  jurisdiction: Jurisdiction,
  id: Id<'session'>,
  now: Date,
): Promise<string | undefined> {
  const row = await maybeOne(
    tx,
    sql<{ challenge: string }>`
      with taken as (
        select challenge from identity.session
        where jurisdiction = ${jurisdiction} and id = ${id} and challenge_until > ${now} and challenge is not null
        for update
      ), forgotten as (
        update identity.session set challenge = null where jurisdiction = ${jurisdiction} and id = ${id}
      )
      select challenge from taken`,
  );
  return row?.challenge;
}
