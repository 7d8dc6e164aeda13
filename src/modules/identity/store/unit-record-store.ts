import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id, Jurisdiction, NewId } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { SuccessionRecord, UnitRecord } from '../core/records.ts';

/** How a row stands in the database: the hash it was loaded with, and whether the office changed it since. */
export interface StoredRow {
  readonly hash: string;
  readonly edited: boolean;
}

/** Hash of a reference row, independent of the order of its fields. */
export function recordHash(record: UnitRecord | SuccessionRecord): string {
  const stated = Object.entries(record).filter(([, value]) => value !== undefined);
  const entries = stated.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url');
}

export const spanKey = (key: string, from: PlainDate) => `${key}@${from}`;
export const arrowKey = (record: Pick<SuccessionRecord, 'fromKey' | 'toKey' | 'on'>) =>
  `${record.fromKey}>${record.toKey}@${record.on}`;

/** Ids of all units by natural key. */
export async function unitIds(db: Connection, jurisdiction: Jurisdiction): Promise<Map<string, Id<'unit'>>> {
  const rows = await many(
    db,
    sql<{
      key: string;
      id: Id<'unit'>;
    }>`select key, id from identity.unit where jurisdiction = ${jurisdiction}`,
  );
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** Makes the units whose keys are new; returns the ids of all. */
export async function addUnits(
  tx: Tx,
  jurisdiction: Jurisdiction,
  newId: NewId,
  keys: readonly string[],
): Promise<Map<string, Id<'unit'>>> {
  const known = await unitIds(tx, jurisdiction);
  const rows = [...new Set(keys)]
    .filter((key) => !known.has(key))
    .map((key) => ({ key, id: newId<'unit'>() }));
  await sql`
    insert into identity.unit (jurisdiction, id, key)
    select ${jurisdiction}, row.id, row.key
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, key text)`.execute(tx);
  for (const row of rows) known.set(row.key, row.id);
  return known;
}

/** All stored spans by `key@from`, with the unit key they belong to. */
export async function storedSpans(tx: Tx, jurisdiction: Jurisdiction) {
  const rows = await many(
    tx,
    sql<{ key: string; valid_from: PlainDate; source_hash: string; edited: boolean }>`
      select unit.key, span.valid_from, span.source_hash, span.edited_at is not null as edited
      from identity.unit_span span
      join identity.unit on unit.jurisdiction = span.jurisdiction and unit.id = span.unit_id
      where span.jurisdiction = ${jurisdiction}`,
  );
  return rows.map((row) => ({
    key: row.key,
    from: row.valid_from,
    hash: row.source_hash,
    edited: row.edited,
  }));
}

/** Writes spans over what the reference data gave before. */
export async function saveSpans(
  tx: Tx,
  jurisdiction: Jurisdiction,
  ids: ReadonlyMap<string, Id<'unit'>>,
  records: readonly UnitRecord[],
): Promise<void> {
  const rows = records.map((record) => ({
    ...record,
    id: ids.get(record.key),
    parentId: record.parentKey === undefined ? null : ids.get(record.parentKey),
    hash: recordHash(record),
  }));
  await sql`
    insert into identity.unit_span (jurisdiction, unit_id, valid_from, valid_to, name, name_en, short_name, tier, kind,
      parent_id, gso_code, agency_code, section_code, office_hours, source, certainty, source_hash)
    select ${jurisdiction}, row.id, row."validFrom", row."validTo", normalize(row.name, nfc), row."nameEn",
      normalize(row."shortName", nfc), row.tier, row.kind, row."parentId", row."gsoCode", row."agencyCode",
      row."sectionCode", row."officeHours", row.source, row.certainty, row.hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, "validFrom" date, "validTo" date,
      name text, "nameEn" text, "shortName" text, tier text, kind text, "parentId" uuid, "gsoCode" text,
      "agencyCode" text, "sectionCode" text, "officeHours" text, source text, certainty text, hash text)
    on conflict (jurisdiction, unit_id, valid_from) do update set
      valid_to = excluded.valid_to, name = excluded.name, name_en = excluded.name_en,
      short_name = excluded.short_name, tier = excluded.tier, kind = excluded.kind,
      parent_id = excluded.parent_id, gso_code = excluded.gso_code, agency_code = excluded.agency_code,
      section_code = excluded.section_code, office_hours = excluded.office_hours, source = excluded.source,
      certainty = excluded.certainty, source_hash = excluded.source_hash`.execute(tx);
}

/** Removes spans the reference data no longer states (their first day moved). */
export async function removeSpans(
  tx: Tx,
  jurisdiction: Jurisdiction,
  spans: readonly { readonly key: string; readonly from: PlainDate }[],
): Promise<void> {
  await sql`
    delete from identity.unit_span span
    using jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as row(key text, "from" date), identity.unit
    where span.jurisdiction = ${jurisdiction} and unit.jurisdiction = span.jurisdiction and unit.id = span.unit_id
      and unit.key = row.key and span.valid_from = row."from"`.execute(tx);
}

/** Stored successions by `from>to@date`. */
export async function storedSuccessions(
  tx: Tx,
  jurisdiction: Jurisdiction,
): Promise<ReadonlyMap<string, StoredRow>> {
  const rows = await many(
    tx,
    sql<{ from_key: string; to_key: string; effective_on: PlainDate; source_hash: string; edited: boolean }>`
      select source.key as from_key, target.key as to_key, arrow.effective_on, arrow.source_hash,
        arrow.edited_at is not null as edited
      from identity.unit_succession arrow
      join identity.unit source on source.jurisdiction = arrow.jurisdiction and source.id = arrow.from_id
      join identity.unit target on target.jurisdiction = arrow.jurisdiction and target.id = arrow.to_id
      where arrow.jurisdiction = ${jurisdiction}`,
  );
  return new Map(
    rows.map((row) => [
      arrowKey({ fromKey: row.from_key, toKey: row.to_key, on: row.effective_on }),
      { hash: row.source_hash, edited: row.edited },
    ]),
  );
}

/** Writes successions over what the reference data gave before. */
export async function saveSuccessions(
  tx: Tx,
  jurisdiction: Jurisdiction,
  ids: ReadonlyMap<string, Id<'unit'>>,
  records: readonly SuccessionRecord[],
): Promise<void> {
  const rows = records.map((record) => ({
    ...record,
    fromId: ids.get(record.fromKey),
    toId: ids.get(record.toKey),
    hash: recordHash(record),
  }));
  await sql`
    insert into identity.unit_succession
      (jurisdiction, from_id, to_id, effective_on, kind, part, source, source_hash)
    select ${jurisdiction}, row."fromId", row."toId", row."on", row.kind, row.part, row.source, row.hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row("fromId" uuid, "toId" uuid, "on" date, kind text, part text, source text, hash text)
    on conflict (jurisdiction, from_id, to_id, effective_on) do update set
      kind = excluded.kind, part = excluded.part, source = excluded.source,
      source_hash = excluded.source_hash`.execute(tx);
}

/** Replaces the list of differences: what the data offers for rows the office edited. */
export async function saveDifferences(
  tx: Tx,
  jurisdiction: Jurisdiction,
  now: Date,
  differences: readonly {
    kind: 'unit' | 'succession';
    key: string;
    offered: UnitRecord | SuccessionRecord;
  }[],
): Promise<void> {
  const rows = differences.map((difference) => ({ ...difference, hash: recordHash(difference.offered) }));
  await sql`delete from identity.reference_difference where jurisdiction = ${jurisdiction}`.execute(tx);
  await sql`
    insert into identity.reference_difference
      (jurisdiction, record_kind, natural_key, offered, offered_hash, noticed_at)
    select ${jurisdiction}, row.kind, row.key, row.offered, row.hash, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row(kind text, key text, offered jsonb, hash text)`.execute(tx);
}
