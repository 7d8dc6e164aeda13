import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../../kernel/id.ts';
import { type Connection, maybeOne, type Tx } from '../../../../platform/database.ts';
import { plainCode } from '../paper-code.ts';

function codeHash(code: string): Buffer {
  return createHash('sha256')
    .update(`activation\0${plainCode(code)}`)
    .digest();
}

export interface NewActivation {
  readonly accountId: Id<'account'>;
  readonly code: string;
}

/** Keeps codes, one an account: an earlier one is no longer good. */
export async function saveActivations(
  tx: Tx,
  jurisdiction: Jurisdiction,
  activations: readonly NewActivation[],
  now: Date,
  expiresAt: Date,
): Promise<void> {
  const ids = activations.map(({ accountId }) => accountId);
  const hashes = activations.map(({ code }) => codeHash(code));
  await sql`
    insert into identity.activation (jurisdiction, account_id, code_hash, made_at, expires_at)
    select ${jurisdiction}, made.account_id, made.code_hash, ${now}, ${expiresAt}
    from unnest(${ids}::uuid[], ${hashes}::bytea[]) as made(account_id, code_hash)
    on conflict (jurisdiction, account_id) do update
    set code_hash = excluded.code_hash, made_at = excluded.made_at, expires_at = excluded.expires_at`.execute(
    tx,
  );
}

export interface ActivationRow {
  readonly account_id: Id<'account'>;
  readonly person_id: Id<'person'>;
  readonly login: string;
  readonly name: string;
}

/** The open account a code belongs to; undefined when it is unknown, used or too old. */
export function findActivation(
  db: Connection,
  jurisdiction: Jurisdiction,
  code: string,
  now: Date,
  forUpdate = false,
): Promise<ActivationRow | undefined> {
  return maybeOne(
    db,
    sql<ActivationRow>`
      select account.id as account_id, account.person_id, account.login, person.name
      from identity.activation
      join identity.account on account.jurisdiction = activation.jurisdiction and account.id = activation.account_id
      join identity.person on person.jurisdiction = account.jurisdiction and person.id = account.person_id
      where activation.jurisdiction = ${jurisdiction} and activation.code_hash = ${codeHash(code)}
        and activation.expires_at > ${now} and account.closed_at is null
      ${forUpdate ? sql`for update of activation` : sql``}`,
  );
}

/** The code of an account is no longer good. */
export async function dropActivation(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
): Promise<void> {
  await sql`
    delete from identity.activation
    where jurisdiction = ${jurisdiction} and account_id = ${accountId}`.execute(tx);
}

/** Takes the passwords away: until the owner sets a new one with a code, nobody signs in with the old one. */
export async function clearPasswords(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountIds: readonly Id<'account'>[],
): Promise<void> {
  await sql`
    update identity.account set password_hash = null
    where jurisdiction = ${jurisdiction} and id = any(${[...accountIds]}::uuid[])`.execute(tx);
}
