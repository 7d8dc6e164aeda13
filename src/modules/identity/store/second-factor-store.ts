import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, one, type Tx } from '../../../platform/database.ts';
import type { SealedText } from '../../../platform/sealed-text.ts';
import { plainCode } from './paper-code.ts';

export interface FactorRow {
  readonly id: Id<'secondFactor'>;
  readonly kind: 'totp' | 'passkey';
  readonly label: string;
  readonly secret_sealed: SealedText | null;
  readonly last_step: number | null;
  readonly credential_id: string | null;
  readonly public_key: Buffer | null;
  readonly sign_count: number | null;
  readonly created_at: Date;
  readonly confirmed_at: Date | null;
  readonly last_used_at: Date | null;
}

/** Where the seal binds the secret of a code generator to. */
export const totpContext = 'identity.second_factor.secret';

/** Whether the account has a factor it may be asked for. */
export async function hasFactor(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
): Promise<boolean> {
  const { has } = await one(
    db,
    sql<{ has: boolean }>`
      select exists (
        select from identity.second_factor
        where jurisdiction = ${jurisdiction} and account_id = ${accountId} and confirmed_at is not null
          and removed_at is null) as has`,
  );
  return has;
}

/** Factors of an account that were not removed, oldest first; those not confirmed yet too. */
export function factorsOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
): Promise<readonly FactorRow[]> {
  return many(
    db,
    sql<FactorRow>`
      select id, kind, label, secret_sealed, last_step, credential_id, public_key, sign_count, created_at, confirmed_at,
        last_used_at
      from identity.second_factor
      where jurisdiction = ${jurisdiction} and account_id = ${accountId} and removed_at is null
      order by created_at, id`,
  );
}

/** A code generator whose first code is still awaited; an earlier one not confirmed goes. */
export async function addTotp(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  factor: { readonly id: Id<'secondFactor'>; readonly label: string; readonly secret: SealedText },
  now: Date,
): Promise<void> {
  await sql`
    delete from identity.second_factor
    where jurisdiction = ${jurisdiction} and account_id = ${accountId} and confirmed_at is null`.execute(tx);
  await sql`
    insert into identity.second_factor (jurisdiction, id, account_id, kind, label, secret_sealed, created_at)
    values (${jurisdiction}, ${factor.id}, ${accountId}, 'totp', ${factor.label}, ${factor.secret}, ${now})`.execute(
    tx,
  );
}

/** A passkey the browser has just made. */
export async function addPasskey(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  factor: {
    readonly id: Id<'secondFactor'>;
    readonly label: string;
    readonly credentialId: string;
    readonly publicKey: Uint8Array;
    readonly signCount: number;
  },
  now: Date,
): Promise<void> {
  await sql`
    insert into identity.second_factor
      (jurisdiction, id, account_id, kind, label, credential_id, public_key, sign_count, created_at, confirmed_at)
    values (${jurisdiction}, ${factor.id}, ${accountId}, 'passkey', ${factor.label}, ${factor.credentialId},
      ${Buffer.from(factor.publicKey)}, ${factor.signCount}, ${now}, ${now})`.execute(tx);
}

/** Uses up one step of a code generator; false when it was used before or by somebody faster. Confirms it the first time. */
export async function spendStep(
  tx: Tx,
  jurisdiction: Jurisdiction,
  id: Id<'secondFactor'>,
  step: number,
  now: Date,
): Promise<boolean> {
  const used = await maybeOne(
    tx,
    sql<{ id: string }>`
      update identity.second_factor
      set last_step = ${step}, last_used_at = ${now}, confirmed_at = coalesce(confirmed_at, ${now})
      where jurisdiction = ${jurisdiction} and id = ${id} and removed_at is null
        and (last_step is null or last_step < ${step})
      returning id`,
  );
  return used !== undefined;
}

/** Remembers how often a passkey has signed. */
export async function countPasskeyUse(
  tx: Tx,
  jurisdiction: Jurisdiction,
  id: Id<'secondFactor'>,
  signCount: number,
  now: Date,
): Promise<void> {
  await sql`
    update identity.second_factor set sign_count = ${signCount}, last_used_at = ${now}
    where jurisdiction = ${jurisdiction} and id = ${id}`.execute(tx);
}

/** Removes a factor of the account; false when there is none of this id. */
export async function removeFactor(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  id: string,
  now: Date,
): Promise<boolean> {
  const removed = await maybeOne(
    tx,
    sql<{ id: string }>`
      update identity.second_factor set removed_at = ${now}
      where jurisdiction = ${jurisdiction} and account_id = ${accountId} and id = ${id} and removed_at is null
      returning id`,
  );
  return removed !== undefined;
}

/** What is stored of a recovery code; its dashes and case do not count. */
export function recoveryHash(accountId: string, code: string): Buffer {
  return createHash('sha256')
    .update(`${accountId}\0${plainCode(code)}`)
    .digest();
}

/** Replaces all recovery codes of an account. */
export async function saveRecoveryCodes(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  codes: readonly string[],
  now: Date,
): Promise<void> {
  const hashes = codes.map((code) => recoveryHash(accountId, code));
  await sql`
    delete from identity.recovery_code
    where jurisdiction = ${jurisdiction} and account_id = ${accountId}`.execute(tx);
  await sql`
    insert into identity.recovery_code (jurisdiction, account_id, code_hash, created_at)
    select ${jurisdiction}, ${accountId}, hash, ${now} from unnest(${hashes}::bytea[]) as hash`.execute(tx);
}

/** Uses up a recovery code; false when there is no such code left. */
export async function spendRecoveryCode(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  code: string,
  now: Date,
): Promise<boolean> {
  const used = await maybeOne(
    tx,
    sql<{ account_id: string }>`
      update identity.recovery_code set used_at = ${now}
      where jurisdiction = ${jurisdiction} and account_id = ${accountId}
        and code_hash = ${recoveryHash(accountId, code)} and used_at is null
      returning account_id`,
  );
  return used !== undefined;
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
): Promise<number> {
  const { left } = await one(
    db,
    sql<{ left: number }>`
      select count(*)::int as left from identity.recovery_code
      where jurisdiction = ${jurisdiction} and account_id = ${accountId} and used_at is null`,
  );
  return left;
}
