import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import { personNameOrder } from '../core/vietnamese-order.ts';
import type { SubjectAccount } from '../core/whose-account.ts';

export interface AccountRow {
  readonly id: Id<'account'>;
  readonly person_id: Id<'person'>;
}

/** Who somebody is at an issuer: claim TechID. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

export interface PostRow {
  readonly id: Id<'post'>;
  readonly unit_id: Id<'unit'>;
  readonly role: Role;
  /** It signs for the head ("KT."): whether everything or what is assigned, the head decides. */
  readonly is_deputy: boolean;
}

/** The open accounts of a subject at an issuer, one for each it acts for, the person's own first. */
export function accountsOfSubject(
  db: Connection,
  jurisdiction: Jurisdiction,
  { issuer, subject }: Subject,
): Promise<readonly SubjectAccount[]> {
  return many(
    db,
    sql<SubjectAccount>`
      select account.id as "accountId", account.person_id as "personId", account.organisation_id as "organisationId",
        person.name, person.identity_index as "identityIndex"
      from identity.account
      join identity.person on person.jurisdiction = account.jurisdiction and person.id = account.person_id
      where account.jurisdiction = ${jurisdiction} and account.kind = 'citizen' and account.issuer = ${issuer}
        and account.subject = ${subject} and account.closed_at is null
      order by account.organisation_id is not null, account.created_at desc, account.id`,
  );
}

/**
 * The subject acts with this account alone: its sessions for anybody else end, and what another person held for the same
 * organisation is closed; what was filed with it stays the organisation's.
 */
export async function actsAlone(
  tx: Tx,
  jurisdiction: Jurisdiction,
  { issuer, subject }: Subject,
  mine: { readonly accountId: Id<'account'>; readonly organisationId: Id<'organisation'> | null },
  now: Date,
): Promise<void> {
  const others = sql`account.jurisdiction = ${jurisdiction} and account.kind = 'citizen' and account.issuer = ${issuer}
    and account.subject = ${subject} and account.closed_at is null and account.id <> ${mine.accountId}`;
  await sql`
    update identity.session set revoked_at = ${now} from identity.account
    where ${others} and session.jurisdiction = account.jurisdiction and session.account_id = account.id
      and session.revoked_at is null`.execute(tx);
  await sql`
    update identity.account set closed_at = ${now}
    where ${others} and account.organisation_id = ${mine.organisationId}::uuid`.execute(tx);
}

/** The officer account of a login, whether closed or not. */
export async function findAccountOfLogin(
  db: Connection,
  jurisdiction: Jurisdiction,
  login: string,
): Promise<Id<'account'> | undefined> {
  const row = await maybeOne(
    db,
    sql<{ id: Id<'account'> }>`
      select id from identity.account where jurisdiction = ${jurisdiction} and login = ${login}`,
  );
  return row?.id;
}

/** The officer account of a login with its password hash (null before its owner has set one), closed ones excepted. */
export function findOfficerAccount(
  db: Connection,
  jurisdiction: Jurisdiction,
  login: string,
): Promise<(AccountRow & { readonly password_hash: string | null }) | undefined> {
  return maybeOne(
    db,
    sql<AccountRow & { password_hash: string | null }>`
      select id, person_id, password_hash from identity.account
      where jurisdiction = ${jurisdiction} and login = ${login} and closed_at is null`,
  );
}

/** The open account of an officer by its login. */
export function officerOfLogin(
  db: Connection,
  jurisdiction: Jurisdiction,
  login: string,
): Promise<AccountRow | undefined> {
  return maybeOne(
    db,
    sql<AccountRow>`
      select id, person_id from identity.account
      where jurisdiction = ${jurisdiction} and login = ${login} and kind = 'officer' and closed_at is null`,
  );
}

/** Opens a citizen account at an issuer for a person. */
export async function addCitizenAccount(
  tx: Tx,
  jurisdiction: Jurisdiction,
  account: AccountRow & {
    readonly issuer: string;
    readonly subject: string;
    readonly organisationId?: Id<'organisation'> | null;
  },
  now: Date,
): Promise<void> {
  await sql`
    insert into identity.account (jurisdiction, id, person_id, kind, issuer, subject, organisation_id, created_at)
    values (${jurisdiction}, ${account.id}, ${account.person_id}, 'citizen', ${account.issuer},
      ${account.subject}, ${account.organisationId ?? null}, ${now})`.execute(tx);
}

/** Opens an officer account; without a password its owner sets one with a code. */
export async function addOfficerAccount(
  tx: Tx,
  jurisdiction: Jurisdiction,
  account: AccountRow & { readonly login: string; readonly name: string; readonly passwordHash?: string },
  now: Date,
): Promise<void> {
  await sql`
    insert into identity.account (jurisdiction, id, person_id, kind, login, password_hash, name_order, search_text,
      created_at)
    values (${jurisdiction}, ${account.id}, ${account.person_id}, 'officer', ${account.login},
      ${account.passwordHash ?? null}, ${personNameOrder(account.name)},
      platform.search_text(${`${account.name} ${account.login}`}), ${now})`.execute(tx);
}

/** Posts the person holds on the day. */
export function postsOn(
  db: Connection,
  jurisdiction: Jurisdiction,
  personId: Id<'person'>,
  on: PlainDate,
): Promise<readonly PostRow[]> {
  return many(
    db,
    sql<PostRow>`
      select id, unit_id, role, (signature_lines[1] like 'KT. %') is true as is_deputy
      from identity.post
      where jurisdiction = ${jurisdiction} and person_id = ${personId} and valid_from <= ${on}
        and (valid_to is null or valid_to > ${on})
      order by valid_from, id`,
  );
}

/** Stores the hash of a new password. */
export async function savePassword(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  passwordHash: string,
): Promise<void> {
  await sql`
    update identity.account set password_hash = ${passwordHash}
    where jurisdiction = ${jurisdiction} and id = ${accountId}`.execute(tx);
}

/** The password hash of an account. */
export async function passwordHashOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
): Promise<string | undefined> {
  const row = await maybeOne(
    db,
    sql<{ password_hash: string | null }>`
      select password_hash from identity.account where jurisdiction = ${jurisdiction} and id = ${accountId}`,
  );
  return row?.password_hash ?? undefined;
}

/** The login of an officer's account. */
export async function loginOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
): Promise<string> {
  const row = await maybeOne(
    db,
    sql<{ login: string | null }>`
      select login from identity.account where jurisdiction = ${jurisdiction} and id = ${accountId}`,
  );
  return row?.login ?? '';
}
