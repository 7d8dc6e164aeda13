import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many } from '../../../platform/database.ts';
import type { SplitRule, Unit, UnitDirectory, UnitKind, UnitSuccession, UnitTier } from '../core/unit.ts';
import { unitTree } from '../core/unit-tree.ts';

interface SpanRow {
  readonly id: Id<'unit'>;
  readonly key: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly short_name: string | null;
  readonly tier: UnitTier;
  readonly kind: UnitKind;
  readonly parent_id: Id<'unit'> | null;
  readonly gso_code: string | null;
  readonly agency_code: string | null;
  readonly section_code: string | null;
  readonly office_hours: string | null;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
}

interface SuccessionRow {
  readonly from_id: Id<'unit'>;
  readonly to_id: Id<'unit'>;
  readonly effective_on: PlainDate;
  readonly kind: UnitSuccession['kind'];
  readonly part: string | null;
}

/** Reads the whole unit tree of the jurisdiction. */
export async function loadUnitDirectory(db: Connection, jurisdiction: Jurisdiction): Promise<UnitDirectory> {
  const spans = await many(
    db,
    sql<SpanRow>`
      select unit.id, unit.key, span.name, span.name_en, span.short_name, span.tier, span.kind, span.parent_id,
        span.gso_code, span.agency_code, span.section_code, span.office_hours, span.valid_from, span.valid_to
      from identity.unit
      join identity.unit_span span on span.jurisdiction = unit.jurisdiction and span.unit_id = unit.id
      where unit.jurisdiction = ${jurisdiction}`,
  );
  const successions = await many(
    db,
    sql<SuccessionRow>`
      select from_id, to_id, effective_on, kind, part
      from identity.unit_succession where jurisdiction = ${jurisdiction}`,
  );
  const splits = await many(
    db,
    sql<SplitRule>`
      select from_id as "fromId", effective_on as "on", by, value, to_id as "toId"
      from identity.split_rule where jurisdiction = ${jurisdiction} order by from_id, position`,
  );
  return unitTree(spans.map(toUnit), successions.map(toSuccession), splits);
}

function toUnit(row: SpanRow): Unit {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    tier: row.tier,
    kind: row.kind,
    validFrom: row.valid_from,
    ...(row.name_en !== null && { nameEn: row.name_en }),
    ...(row.short_name !== null && { shortName: row.short_name }),
    ...(row.parent_id !== null && { parentId: row.parent_id }),
    ...(row.gso_code !== null && { gsoCode: row.gso_code }),
    ...(row.agency_code !== null && { agencyCode: row.agency_code }),
    ...(row.section_code !== null && { sectionCode: row.section_code }),
    ...(row.office_hours !== null && { officeHours: row.office_hours }),
    ...(row.valid_to !== null && { validTo: row.valid_to }),
  };
}

function toSuccession(row: SuccessionRow): UnitSuccession {
  return {
    fromId: row.from_id,
    toId: row.to_id,
    on: row.effective_on,
    kind: row.kind,
    ...(row.part !== null && { part: row.part }),
  };
}
