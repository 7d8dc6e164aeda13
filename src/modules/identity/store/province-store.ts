import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, maybeOne, type Tx } from '../../../platform/database.ts';

/** An officer's account as the province's issuer knows it. */
export interface ProvinceSubject {
  readonly issuer: string;
  readonly subject: string;
}

/** The officer's account linked to somebody of the province's issuer. */
export interface LinkedAccount {
  readonly id: Id<'account'>;
  readonly person_id: Id<'person'>;
  readonly is_closed: boolean;
}

/** Whose account here belongs to this subject of this issuer. */
export function findLinkedAccount(
  db: Connection,
  jurisdiction: Jurisdiction,
  { issuer, subject }: ProvinceSubject,
): Promise<LinkedAccount | undefined> {
  return maybeOne(
    db,
    sql<LinkedAccount>`
      select account.id, account.person_id, account.closed_at is not null as is_closed
      from identity.province_link link
      join identity.account on account.jurisdiction = link.jurisdiction and account.id = link.account_id
      where link.jurisdiction = ${jurisdiction} and link.issuer = ${issuer} and link.subject = ${subject}
        and account.kind = 'officer'`,
  );
}

/** What an account is linked to. */
export function linkOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
): Promise<(ProvinceSubject & { readonly linked_at: Date }) | undefined> {
  return maybeOne(
    db,
    sql<ProvinceSubject & { linked_at: Date }>`
      select issuer, subject, linked_at from identity.province_link
      where jurisdiction = ${jurisdiction} and account_id = ${accountId}`,
  );
}

/** Links an account; false when it, or the subject, is linked already. */
export async function addLink(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  { issuer, subject }: ProvinceSubject,
  now: Date,
): Promise<boolean> {
  const made = await maybeOne(
    tx,
    sql<{ account_id: string }>`
      insert into identity.province_link (jurisdiction, account_id, issuer, subject, linked_at)
      values (${jurisdiction}, ${accountId}, ${issuer}, ${subject}, ${now})
      on conflict do nothing
      returning account_id`,
  );
  return made !== undefined;
}

/** Takes the links of accounts away. */
export async function dropLinks(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountIds: readonly Id<'account'>[],
): Promise<void> {
  await sql`
    delete from identity.province_link
    where jurisdiction = ${jurisdiction} and account_id = any(${[...accountIds]}::uuid[])`.execute(tx);
}
