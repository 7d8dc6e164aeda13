import { sql } from 'kysely';
import { many, type Tx } from '../../../platform/database.ts';
import {
  type RenewedBatch,
  renewed,
  type SealedBatch,
  type SealedTable,
  sealedColumns,
} from '../../../platform/sealed-table.ts';
import type { SealedText } from '../../../platform/sealed-text.ts';
import { changeContext } from './correct-contact.ts';
import { paperContext } from './person-papers.ts';
import { identityContext } from './person-store.ts';
import { totpContext } from './second-factor-store.ts';

/** What identity keeps sealed. A sign-in under way is sealed too, and ends within minutes by itself. */
export const sealedTables: readonly SealedTable[] = [
  { name: 'identity.person', renew: renewPeople },
  { name: 'identity.person_paper', renew: renewPapers },
  { name: 'identity.second_factor', renew: renewFactors },
  sealedColumns('identity.person_change', 'change_id', ['before_sealed'], changeContext),
];

interface PersonRow {
  readonly id: string;
  readonly identity_sealed: SealedText;
  readonly identity_index: string;
}

interface StalePerson {
  readonly id: string;
  /** Null where it opens under no known key. */
  readonly sealed: SealedText | null;
  readonly index: string | null;
}

async function renewPeople(tx: Tx, { jurisdiction, seal, after, size }: SealedBatch): Promise<RenewedBatch> {
  const rows = await many(
    tx,
    sql<PersonRow>`
      select id, identity_sealed, identity_index from identity.person
      where jurisdiction = ${jurisdiction} and id > ${after} and identity_sealed is not null
      order by id limit ${size} for update`,
  );
  const stale = rows.flatMap(({ id, identity_sealed, identity_index }): StalePerson[] => {
    const sealed = renewed(seal, identity_sealed, identityContext);
    if (sealed === undefined) return [{ id, sealed: null, index: null }];
    const index = seal.blindIndex(seal.open(sealed, identityContext), identityContext);
    return sealed === identity_sealed && index === identity_index ? [] : [{ id, sealed, index }];
  });
  // Two records made for one person while the keys changed keep their own indexes: somebody has to join them.
  const changed = await many(
    tx,
    sql`
      update identity.person p set identity_sealed = r.sealed, identity_index = r.index
      from jsonb_to_recordset(${JSON.stringify(stale)}::jsonb) as r(id uuid, sealed text, index text)
      where p.jurisdiction = ${jurisdiction} and p.id = r.id and r.sealed is not null
        and not exists (
          select from identity.person other
          where other.jurisdiction = p.jurisdiction and other.identity_index = r.index and other.id <> p.id)
      returning p.id`,
  );
  return batchOf(rows, stale.length, changed.length);
}

async function renewPapers(tx: Tx, { jurisdiction, seal, after, size }: SealedBatch): Promise<RenewedBatch> {
  const rows = await many(
    tx,
    sql<{ id: string; number_sealed: SealedText; number_index: string }>`
      select paper_id as id, number_sealed, number_index from identity.person_paper
      where jurisdiction = ${jurisdiction} and paper_id > ${after}
      order by paper_id limit ${size} for update`,
  );
  const stale = rows.flatMap(({ id, number_sealed, number_index }): StalePerson[] => {
    const sealed = renewed(seal, number_sealed, paperContext);
    if (sealed === undefined) return [{ id, sealed: null, index: null }];
    const index = seal.blindIndex(seal.open(sealed, paperContext), paperContext);
    return sealed === number_sealed && index === number_index ? [] : [{ id, sealed, index }];
  });
  const changed = await many(
    tx,
    sql`
      update identity.person_paper p set number_sealed = r.sealed, number_index = r.index
      from jsonb_to_recordset(${JSON.stringify(stale)}::jsonb) as r(id uuid, sealed text, index text)
      where p.jurisdiction = ${jurisdiction} and p.paper_id = r.id and r.sealed is not null
      returning p.paper_id`,
  );
  return batchOf(rows, stale.length, changed.length);
}

async function renewFactors(tx: Tx, { jurisdiction, seal, after, size }: SealedBatch): Promise<RenewedBatch> {
  const rows = await many(
    tx,
    sql<{ id: string; secret_sealed: SealedText }>`
      select id, secret_sealed from identity.second_factor
      where jurisdiction = ${jurisdiction} and id > ${after} and secret_sealed is not null
      order by id limit ${size} for update`,
  );
  const stale = rows.flatMap(({ id, secret_sealed }) => {
    const sealed = renewed(seal, secret_sealed, totpContext);
    return sealed === secret_sealed ? [] : [{ id, sealed: sealed ?? null }];
  });
  const changed = await many(
    tx,
    sql`
      update identity.second_factor f set secret_sealed = r.sealed
      from jsonb_to_recordset(${JSON.stringify(stale)}::jsonb) as r(id uuid, sealed text)
      where f.jurisdiction = ${jurisdiction} and f.id = r.id and r.sealed is not null
      returning f.id`,
  );
  return batchOf(rows, stale.length, changed.length);
}

function batchOf(rows: readonly { readonly id: string }[], stale: number, changed: number): RenewedBatch {
  const last = rows.at(-1)?.id;
  return { ...(last !== undefined && { last }), seen: rows.length, changed, left: stale - changed };
}
