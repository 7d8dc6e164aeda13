import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../../platform/database.ts';
import type { KnownOfficer } from '../../core/people/import/check-people.ts';
import { personNameOrder } from '../../core/vietnamese-order.ts';
import { allPostsOf } from './officer-accounts.ts';
import { toSpan } from './reach.ts';

/** Officers of these logins with all their posts; `forUpdate` makes whoever changes one of them wait. */
export async function officersOfLogins(
  db: Connection,
  jurisdiction: Jurisdiction,
  logins: readonly string[],
  forUpdate: boolean,
): Promise<ReadonlyMap<string, KnownOfficer>> {
  const accounts = await many(
    db,
    sql<{
      account_id: Id<'account'>;
      person_id: Id<'person'>;
      login: string;
      name: string;
      is_closed: boolean;
    }>`
      select account.id as account_id, account.person_id, account.login, person.name,
        account.closed_at is not null as is_closed
      from identity.account
      join identity.person on person.jurisdiction = account.jurisdiction and person.id = account.person_id
      where account.jurisdiction = ${jurisdiction} and account.login = any(${[...logins]}::text[])
      order by account.id
      ${forUpdate ? sql`for update of account` : sql``}`,
  );
  const posts = await allPostsOf(
    db,
    jurisdiction,
    accounts.map(({ person_id: personId }) => personId),
  );
  const byPerson = Map.groupBy(posts, ({ person_id: personId }) => personId);
  return new Map(
    accounts.map(({ account_id: accountId, person_id: personId, login, name, is_closed: isClosed }) => [
      login,
      { accountId, personId, name, isClosed, posts: (byPerson.get(personId) ?? []).map(toSpan) },
    ]),
  );
}

export interface NewOfficer {
  readonly accountId: Id<'account'>;
  readonly personId: Id<'person'>;
  readonly login: string;
  readonly name: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/**
 * Opens accounts without passwords for people nobody knows yet. False when somebody took one of the logins at the same moment:
 * then nothing may be kept.
 */
export async function openOfficers(
  tx: Tx,
  jurisdiction: Jurisdiction,
  officers: readonly NewOfficer[],
  now: Date,
): Promise<boolean> {
  const rows = JSON.stringify(
    officers.map((officer) => ({ ...officer, nameOrder: personNameOrder(officer.name) })),
  );
  await sql`
    insert into identity.person (jurisdiction, id, name, name_order, phone, email, created_at)
    select ${jurisdiction}, row."personId", row.name, row."nameOrder", row.phone, row.email, ${now}
    from jsonb_to_recordset(${rows}::jsonb)
      as row("personId" uuid, name text, "nameOrder" text, phone text, email text)`.execute(tx);
  const opened = await many(
    tx,
    sql<{ id: string }>`
      insert into identity.account (jurisdiction, id, person_id, kind, login, name_order, search_text, created_at)
      select ${jurisdiction}, row."accountId", row."personId", 'officer', row.login, row."nameOrder",
        platform.search_text(row.name || ' ' || row.login), ${now}
      from jsonb_to_recordset(${rows}::jsonb)
        as row("accountId" uuid, "personId" uuid, login text, name text, "nameOrder" text)
      on conflict (jurisdiction, login) do nothing
      returning id`,
  );
  return opened.length === officers.length;
}
