import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, one, type Tx } from '../../../platform/database.ts';
import type { ConsentState, ConsentView } from '../core/consent.ts';
import { plainCode } from './paper-code.ts';
import { secretHash } from './session-store.ts';

export interface ConsentRow {
  readonly id: Id<'consent'>;
  readonly principal_person_id: Id<'person'>;
  readonly scope: ConsentState['scope'];
  readonly until_on: PlainDate;
  readonly given_how: ConsentView['how'];
  readonly given_by: Id<'account'>;
  readonly given_at: Date;
  /** The counter where an officer wrote it down. */
  readonly given_unit_id: Id<'unit'> | null;
  readonly helper_account_id: Id<'account'> | null;
  readonly used_at: Date | null;
  readonly revoked_at: Date | null;
}

const columns =
  sql.raw(`c.id, c.principal_person_id, c.scope, c.until_on, c.given_how, c.given_by, c.given_at, c.given_unit_id,
  c.helper_account_id, c.used_at, c.revoked_at`);

/** What decides whether it is in force. */
export function stateOf(row: ConsentRow): ConsentState {
  return {
    scope: row.scope,
    untilOn: row.until_on,
    isRedeemed: row.helper_account_id !== null,
    isUsed: row.used_at !== null,
    isRevoked: row.revoked_at !== null,
  };
}

export async function addConsent(
  tx: Tx,
  jurisdiction: Jurisdiction,
  consent: Pick<
    ConsentRow,
    'id' | 'principal_person_id' | 'scope' | 'until_on' | 'given_how' | 'given_by' | 'given_unit_id'
  > & { readonly code: string; readonly codeUntil: Date },
  now: Date,
): Promise<void> {
  await sql`
    insert into identity.helper_consent (jurisdiction, id, principal_person_id, scope, until_on, given_how, given_by,
      given_unit_id, given_at, code_hash, code_until)
    values (${jurisdiction}, ${consent.id}, ${consent.principal_person_id}, ${consent.scope}, ${consent.until_on},
      ${consent.given_how}, ${consent.given_by}, ${consent.given_unit_id}, ${now}, ${secretHash(plainCode(consent.code))}, ${consent.codeUntil})`.execute(
    tx,
  );
}

/** Codes of the account that still wait for somebody to take them. */
export async function openCodes(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  now: Date,
): Promise<number> {
  const { open } = await one(
    tx,
    sql<{ open: number }>`
      select count(*)::int as open from identity.helper_consent c
      where c.jurisdiction = ${jurisdiction} and c.given_by = ${accountId} and c.helper_account_id is null
        and c.revoked_at is null and c.code_until > ${now}`,
  );
  return open;
}

/** The consent of a code that nobody has used yet, locked. */
export function lockByCode(
  tx: Tx,
  jurisdiction: Jurisdiction,
  code: string,
  now: Date,
): Promise<ConsentRow | undefined> {
  return maybeOne(
    tx,
    sql<ConsentRow>`
      select ${columns} from identity.helper_consent c
      where c.jurisdiction = ${jurisdiction} and c.code_hash = ${secretHash(plainCode(code))} and c.code_until > ${now}
        and c.helper_account_id is null and c.revoked_at is null
      for update`,
  );
}

/** One consent; held until the transaction ends, so that it is not revoked in the middle of what rests on it. */
export function lockConsent(
  tx: Connection,
  jurisdiction: Jurisdiction,
  consentId: string,
): Promise<ConsentRow | undefined> {
  return maybeOne(
    tx,
    sql<ConsentRow>`
      select ${columns} from identity.helper_consent c
      where c.jurisdiction = ${jurisdiction} and c.id = ${consentId}
      for update`,
  );
}

/** Binds it to whoever brought the code. */
export async function redeem(
  tx: Tx,
  jurisdiction: Jurisdiction,
  id: Id<'consent'>,
  helper: Id<'account'>,
  now: Date,
): Promise<void> {
  await sql`
    update identity.helper_consent set helper_account_id = ${helper}, redeemed_at = ${now}
    where jurisdiction = ${jurisdiction} and id = ${id}`.execute(tx);
}

/** A dossier was handed in under it. */
export async function markUsed(
  tx: Connection,
  jurisdiction: Jurisdiction,
  id: string,
  now: Date,
): Promise<void> {
  await sql`
    update identity.helper_consent set used_at = ${now}
    where jurisdiction = ${jurisdiction} and id = ${id}`.execute(tx);
}

export async function revoke(
  tx: Tx,
  jurisdiction: Jurisdiction,
  id: Id<'consent'>,
  by: Id<'account'>,
  now: Date,
): Promise<void> {
  await sql`
    update identity.helper_consent set revoked_at = ${now}, revoked_by = ${by}
    where jurisdiction = ${jurisdiction} and id = ${id}`.execute(tx);
}

/** Consents somebody gave, was given for, or holds, or that were written down at their counter; the newest hundred. */
export function consentsOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  who: {
    readonly personId: Id<'person'>;
    readonly accountIds: readonly Id<'account'>[];
    readonly today: PlainDate;
    /** Counters whose consents the asker takes back too. */
    readonly counters: readonly Id<'unit'>[];
  },
): Promise<readonly (ConsentRow & { readonly principal: string; readonly helper: string | null })[]> {
  const accounts = [...who.accountIds];
  return many(
    db,
    sql<ConsentRow & { principal: string; helper: string | null }>`
      select ${columns}, principal.name as principal, helper.name as helper
      from identity.helper_consent c
      join identity.person principal on principal.jurisdiction = c.jurisdiction
        and principal.id = c.principal_person_id
      left join identity.account a on a.jurisdiction = c.jurisdiction and a.id = c.helper_account_id
      left join identity.person helper on helper.jurisdiction = a.jurisdiction and helper.id = a.person_id
      where c.jurisdiction = ${jurisdiction} and (c.given_by = any(${accounts}::uuid[])
        or c.helper_account_id = any(${accounts}::uuid[]) or c.given_unit_id = any(${[...who.counters]}::uuid[]) or c.principal_person_id = ${who.personId}
        or c.principal_person_id in (
          select m.merged_person_id from identity.person_merge m
          where m.jurisdiction = ${jurisdiction} and m.kept_person_id = ${who.personId} and m.undone_at is null))
      order by (c.revoked_at is null and c.until_on >= ${who.today}
        and not (c.scope = 'dossier' and c.used_at is not null)) desc, c.given_at desc, c.id
      limit 100`,
  );
}

/** The account a person last signed in with, for telling them what happens; undefined where they have none. */
export async function citizenAccountOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  personId: Id<'person'>,
): Promise<Id<'account'> | undefined> {
  const row = await maybeOne(
    db,
    sql<{ id: Id<'account'> }>`
      select a.id from identity.account a
      where a.jurisdiction = ${jurisdiction} and a.kind = 'citizen' and a.organisation_id is null
        and a.closed_at is null and a.person_id = coalesce((
          select m.kept_person_id from identity.person_merge m
          where m.jurisdiction = ${jurisdiction} and m.merged_person_id = ${personId} and m.undone_at is null
        ), ${personId}::uuid)
      order by a.created_at desc, a.id desc
      limit 1`,
  );
  return row?.id;
}
