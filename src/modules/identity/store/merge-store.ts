import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { MergeCandidate } from '../core/merging.ts';

/** The person behind an account. */
export async function personOfAccount(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
): Promise<Id<'person'> | undefined> {
  const row = await maybeOne(
    db,
    sql<{ person_id: Id<'person'> }>`
      select person_id from identity.account where jurisdiction = ${jurisdiction} and id = ${accountId}`,
  );
  return row?.person_id;
}

/** What decides whether the record may be merged. */
export async function mergeCandidate(
  db: Connection,
  jurisdiction: Jurisdiction,
  personId: string,
): Promise<MergeCandidate | undefined> {
  return maybeOne(
    db,
    sql<MergeCandidate>`
      select p.id as "personId", p.identity_index as "identityIndex", p.created_at as "createdAt",
        p.name, p.birth_date as "birthDate",
        exists (
          select from identity.person_merge m
          where m.jurisdiction = p.jurisdiction and m.merged_person_id = p.id and m.undone_at is null) as "isMerged",
        exists (
          select from identity.account a
          where a.jurisdiction = p.jurisdiction and a.person_id = p.id and a.kind = 'officer') as "isOfficer"
      from identity.person p
      where p.jurisdiction = ${jurisdiction} and p.id = ${personId}`,
  );
}

/** Holds the records until the transaction ends, always in one order: two merges of one person wait for each other. */
export async function lockPeople(
  tx: Tx,
  jurisdiction: Jurisdiction,
  personIds: readonly string[],
): Promise<void> {
  await many(
    tx,
    sql<{ id: string }>`
      select id from identity.person
      where jurisdiction = ${jurisdiction} and id = any(${[...personIds]}::uuid[])
      order by id for update`,
  );
}

/** Gives the citizen accounts of one person to another; returns which. */
export async function moveAccounts(
  tx: Tx,
  jurisdiction: Jurisdiction,
  from: Id<'person'>,
  to: Id<'person'>,
  only?: readonly Id<'account'>[],
): Promise<readonly Id<'account'>[]> {
  const rows = await many(
    tx,
    sql<{ id: Id<'account'> }>`
      update identity.account set person_id = ${to}
      where jurisdiction = ${jurisdiction} and person_id = ${from} and kind = 'citizen'
        and (${only === undefined}::boolean or id = any(${[...(only ?? [])]}::uuid[]))
      returning id`,
  );
  return rows.map(({ id }) => id);
}

export interface MergeRow {
  readonly id: Id<'merge'>;
  readonly kept_person_id: Id<'person'>;
  readonly merged_person_id: Id<'person'>;
  readonly account_ids: readonly Id<'account'>[];
  readonly proof: 'bothSignIns' | 'administrator';
  readonly undone_at: Date | null;
}

/** Writes down that two records are one person's. */
export async function addMerge(
  tx: Tx,
  jurisdiction: Jurisdiction,
  merge: Omit<MergeRow, 'undone_at'> & { readonly reason: string | null; readonly by: Id<'account'> },
  now: Date,
): Promise<void> {
  await sql`
    insert into identity.person_merge (jurisdiction, id, kept_person_id, merged_person_id, account_ids, proof, reason,
      merged_at, merged_by)
    values (${jurisdiction}, ${merge.id}, ${merge.kept_person_id}, ${merge.merged_person_id},
      ${[...merge.account_ids]}::uuid[], ${merge.proof}, ${merge.reason}, ${now}, ${merge.by})`.execute(tx);
}

/** The person's own record and every one that was merged into it. */
export async function recordsOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  personId: Id<'person'>,
): Promise<readonly Id<'person'>[]> {
  const rows = await many(
    db,
    sql<{ id: Id<'person'> }>`
      select merged_person_id as id from identity.person_merge
      where jurisdiction = ${jurisdiction} and kept_person_id = ${personId} and undone_at is null`,
  );
  return [personId, ...rows.map(({ id }) => id)];
}

/** The merge, locked. */
export function lockMerge(
  tx: Tx,
  jurisdiction: Jurisdiction,
  mergeId: string,
): Promise<MergeRow | undefined> {
  return maybeOne(
    tx,
    sql<MergeRow>`
      select id, kept_person_id, merged_person_id, account_ids, proof, undone_at from identity.person_merge
      where jurisdiction = ${jurisdiction} and id = ${mergeId}
      for update`,
  );
}

/** Writes down that a merge was taken back. */
export async function closeMerge(
  tx: Tx,
  jurisdiction: Jurisdiction,
  mergeId: string,
  undone: { readonly by: Id<'account'>; readonly reason: string },
  now: Date,
): Promise<void> {
  await sql`
    update identity.person_merge
    set undone_at = ${now}, undone_by = ${undone.by}, undo_reason = ${undone.reason}
    where jurisdiction = ${jurisdiction} and id = ${mergeId}`.execute(tx);
}
