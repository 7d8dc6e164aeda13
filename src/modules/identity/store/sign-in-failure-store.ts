import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import { networkOf } from '../../../platform/network-of.ts';
import { forgottenBefore, type ThrottleState } from '../core/sign-in-throttle.ts';

/** Key of a login tried from an address, or its network; neither is stored. */
export function pairHash(login: string, ip: string | undefined): Buffer {
  return createHash('sha256')
    .update(`${login}\0${networkOf(ip ?? '')}`)
    .digest();
}

/** Key under which failures of a login are found together, from wherever; an unknown login has one too. */
function loginHash(login: string): Buffer {
  return createHash('sha256').update(`login\0${login}`).digest();
}

/** How often this pair failed lately. */
export async function findFailures(
  db: Connection,
  jurisdiction: Jurisdiction,
  pair: Buffer,
): Promise<ThrottleState | undefined> {
  const row = await maybeOne(
    db,
    sql<{ failures: number; last_failure_at: Date }>`
      select failures, last_failure_at from identity.sign_in_failure
      where jurisdiction = ${jurisdiction} and pair_hash = ${pair}`,
  );
  return row && { failures: row.failures, lastFailureAt: row.last_failure_at };
}

/** Until the transaction ends nobody else counts a guess of this key, or of this login from wherever. */
export async function lockGuesses(
  tx: Tx,
  jurisdiction: Jurisdiction,
  key: Buffer,
  login?: string,
): Promise<void> {
  const name = (login === undefined ? key : loginHash(login)).toString('hex');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`guess ${name}`}, ${jurisdiction}))`.execute(tx);
}

/** Failures of the day before go. */
export async function forgetOldFailures(
  db: Connection,
  jurisdiction: Jurisdiction,
  now: Date,
): Promise<void> {
  const dayAgo = new Date(now.getTime() - 86_400_000);
  await sql`
    delete from identity.sign_in_failure
    where jurisdiction = ${jurisdiction} and last_failure_at < ${dayAgo}`.execute(db);
}

/** Remembers one more failure. */
export async function saveFailure(
  db: Connection,
  jurisdiction: Jurisdiction,
  pair: Buffer,
  now: Date,
  login?: string,
): Promise<void> {
  await sql`
    insert into identity.sign_in_failure (jurisdiction, pair_hash, failures, last_failure_at, login_hash)
    values (${jurisdiction}, ${pair}, 1, ${now}, ${login === undefined ? null : loginHash(login)})
    on conflict (jurisdiction, pair_hash) do update set
      failures = case
        when sign_in_failure.last_failure_at < ${forgottenBefore(now)} then 1
        else sign_in_failure.failures + 1 end,
      last_failure_at = excluded.last_failure_at`.execute(db);
}

/** Takes one counted failure back; where nothing was counted since, the moment of the last one before it stands again. */
export async function takeBackFailure(
  db: Connection,
  jurisdiction: Jurisdiction,
  key: Buffer,
  { countedAt, lastFailureAt }: { readonly countedAt: Date; readonly lastFailureAt: Date },
): Promise<void> {
  await sql`
    update identity.sign_in_failure set
      failures = greatest(failures - 1, 0),
      last_failure_at = case when last_failure_at = ${countedAt} then ${lastFailureAt} else last_failure_at end
    where jurisdiction = ${jurisdiction} and pair_hash = ${key}`.execute(db);
}

/** What failed lately for a login, one entry a source address. */
export async function failuresOfLogin(
  db: Connection,
  jurisdiction: Jurisdiction,
  login: string,
): Promise<readonly ThrottleState[]> {
  const rows = await many(
    db,
    sql<{ failures: number; last_failure_at: Date }>`
      select failures, last_failure_at from identity.sign_in_failure
      where jurisdiction = ${jurisdiction} and login_hash = ${loginHash(login)}
      order by last_failure_at desc`,
  );
  return rows.map((row) => ({ failures: row.failures, lastFailureAt: row.last_failure_at }));
}

/** Lets a login try again at once, from wherever it was slowed down. */
export async function clearFailuresOfLogin(
  db: Connection,
  jurisdiction: Jurisdiction,
  login: string,
): Promise<void> {
  await sql`
    delete from identity.sign_in_failure
    where jurisdiction = ${jurisdiction} and login_hash = ${loginHash(login)}`.execute(db);
}

/** Forgets the failures after a right password. */
export async function clearFailures(db: Connection, jurisdiction: Jurisdiction, pair: Buffer): Promise<void> {
  await sql`
    delete from identity.sign_in_failure
    where jurisdiction = ${jurisdiction} and pair_hash = ${pair}`.execute(db);
}
