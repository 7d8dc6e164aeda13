import { sql } from 'kysely';
import type { Role } from '../../../../kernel/actor.ts';
import type { Id, Jurisdiction } from '../../../../kernel/id.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../../platform/database.ts';
import type { AdministratorSpan } from '../../core/people/post-rules.ts';
import { personNameOrder } from '../../core/vietnamese-order.ts';

/** An officer's account as administration sees it. */
export interface OfficerAccountRow {
  readonly account_id: Id<'account'>;
  readonly person_id: Id<'person'>;
  readonly login: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly created_at: Date;
  readonly closed_at: Date | null;
  readonly has_password: boolean;
  /** Since when the account is linked to somebody of the province's issuer. */
  readonly linked_at: Date | null;
}

/** The officer's account of this id; `forUpdate` makes whoever changes it or its posts wait for another. */
export function findOfficer(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: string,
  forUpdate = false,
): Promise<OfficerAccountRow | undefined> {
  return maybeOne(
    db,
    sql<OfficerAccountRow>`
      select account.id as account_id, account.person_id, account.login, person.name, person.phone, person.email,
        account.created_at, account.closed_at, account.password_hash is not null as has_password,
        (select link.linked_at from identity.province_link link
         where link.jurisdiction = account.jurisdiction and link.account_id = account.id) as linked_at
      from identity.account
      join identity.person on person.jurisdiction = account.jurisdiction and person.id = account.person_id
      where account.jurisdiction = ${jurisdiction} and account.id = ${accountId} and account.kind = 'officer'
      ${forUpdate ? sql`for update of account` : sql``}`,
  );
}

/** A post with its days (half-open) and what it signs with. */
export interface OfficerPostRow {
  readonly post_id: Id<'post'>;
  readonly person_id: Id<'person'>;
  readonly unit_id: Id<'unit'>;
  readonly role: Role;
  readonly title: string;
  readonly signature_lines: readonly string[];
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
}

/** Every post these people hold, held or will hold, the newest first. */
export function allPostsOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  personIds: readonly Id<'person'>[],
): Promise<readonly OfficerPostRow[]> {
  return many(
    db,
    sql<OfficerPostRow>`
      select id as post_id, person_id, unit_id, role, title, signature_lines, valid_from, valid_to from identity.post
      where jurisdiction = ${jurisdiction} and person_id = any(${[...personIds]}::uuid[])
      order by valid_from desc, id desc`,
  );
}

export interface NewPostRow {
  readonly postId: Id<'post'>;
  readonly personId: Id<'person'>;
  readonly unitId: Id<'unit'>;
  readonly role: Role;
  readonly title: string;
  readonly signatureLines: readonly string[];
  readonly from: PlainDate;
  readonly to?: PlainDate | undefined;
}

/** Writes posts, many in one statement. */
export async function insertPosts(
  tx: Tx,
  jurisdiction: Jurisdiction,
  posts: readonly NewPostRow[],
): Promise<void> {
  await sql`
    insert into identity.post (jurisdiction, id, person_id, unit_id, role, title, signature_lines, valid_from, valid_to)
    select ${jurisdiction}, row."postId", row."personId", row."unitId", row.role, row.title, row."signatureLines",
      row."from", row."to"
    from jsonb_to_recordset(${JSON.stringify(posts)}::jsonb)
      as row("postId" uuid, "personId" uuid, "unitId" uuid, role text, title text, "signatureLines" text[],
        "from" date, "to" date)`.execute(tx);
}

/** Changes the title, the signature or the end of a post. */
export async function updatePost(
  tx: Tx,
  jurisdiction: Jurisdiction,
  postId: Id<'post'>,
  post: Pick<NewPostRow, 'title' | 'signatureLines' | 'to'>,
): Promise<void> {
  await sql`
    update identity.post
    set title = ${post.title}, signature_lines = ${[...post.signatureLines]}::text[], valid_to = ${post.to ?? null}
    where jurisdiction = ${jurisdiction} and id = ${postId}`.execute(tx);
}

/** Takes back a post that has not begun, or only today; false where a power of it was lent already. */
export async function deletePost(tx: Tx, jurisdiction: Jurisdiction, postId: Id<'post'>): Promise<boolean> {
  const gone = await maybeOne(
    tx,
    sql<{ id: string }>`
      delete from identity.post
      where jurisdiction = ${jurisdiction} and id = ${postId} and not exists (
        select from identity.delegation
        where delegation.jurisdiction = post.jurisdiction and delegation.principal_post_id = post.id)
      returning id`,
  );
  return gone !== undefined;
}

/**
 * Holds the accounts of all administrators until the transaction ends, before anything else is held: two who dismiss each
 * other wait, and the second finds nobody left.
 */
export async function lockAdministrators(tx: Tx, jurisdiction: Jurisdiction): Promise<void> {
  await sql`
    select account.id from identity.account
    where account.jurisdiction = ${jurisdiction} and account.kind = 'officer' and exists (
      select from identity.post
      where post.jurisdiction = account.jurisdiction and post.person_id = account.person_id
        and post.role = 'administrator')
    order by account.id for update`.execute(tx);
}

/** Posts of administrators whose accounts are open and in use, except the given post or person. */
export async function administratorsBeside(
  tx: Tx,
  jurisdiction: Jurisdiction,
  except: { readonly postId?: string; readonly personIds?: readonly string[] },
): Promise<readonly AdministratorSpan[]> {
  const rows = await many(
    tx,
    sql<{ from: PlainDate; to: PlainDate | null }>`
      select post.valid_from as "from", post.valid_to as "to" from identity.post
      join identity.account on account.jurisdiction = post.jurisdiction and account.person_id = post.person_id
      where post.jurisdiction = ${jurisdiction} and post.role = 'administrator' and account.kind = 'officer'
        and account.closed_at is null and account.password_hash is not null
        and post.id is distinct from ${except.postId ?? null}::uuid
        and post.person_id <> all (${[...(except.personIds ?? [])]}::uuid[])`,
  );
  return rows.map(({ from, to }) => ({ from, ...(to !== null && { to }) }));
}

/** Takes over name and contacts; the officers' list follows the name. */
export async function updateOfficer(
  tx: Tx,
  jurisdiction: Jurisdiction,
  officer: Pick<OfficerAccountRow, 'account_id' | 'person_id' | 'login'>,
  facts: { readonly name: string; readonly phone?: string | undefined; readonly email?: string | undefined },
): Promise<void> {
  const order = personNameOrder(facts.name);
  await sql`
    update identity.person set name = ${facts.name}, name_order = ${order}, phone = ${facts.phone ?? null},
      email = ${facts.email ?? null}
    where jurisdiction = ${jurisdiction} and id = ${officer.person_id}`.execute(tx);
  await sql`
    update identity.account set name_order = ${order},
      search_text = platform.search_text(${`${facts.name} ${officer.login}`})
    where jurisdiction = ${jurisdiction} and id = ${officer.account_id}`.execute(tx);
}

/** Closes an account, or opens it again (`closedAt` undefined). */
export async function setClosed(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  closedAt: Date | undefined,
): Promise<void> {
  await sql`
    update identity.account set closed_at = ${closedAt ?? null}
    where jurisdiction = ${jurisdiction} and id = ${accountId}`.execute(tx);
}
