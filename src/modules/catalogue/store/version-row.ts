import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Level, ProcedureContent } from '../core/content.ts';
import type { Routing, ServiceLevel } from '../core/procedure-record.ts';
import type { ProcedureVersion, VersionOrigin } from '../core/procedure-version.ts';

/** Row of catalogue.procedure_version as `versionColumns` selects it. */
export interface VersionRow {
  readonly version_id: Id<'procedureVersion'>;
  readonly code: string;
  readonly number: number;
  readonly valid_from: PlainDate;
  /** The first day itself when withdrawn before it. */
  readonly valid_to: PlainDate | null;
  readonly origin: VersionOrigin;
  readonly name: string;
  readonly name_en: string | null;
  readonly short_name: string | null;
  readonly short_name_en: string | null;
  readonly sector: string;
  readonly sector_en: string | null;
  readonly ministry: string | null;
  readonly levels: readonly Level[];
  readonly service_level: ServiceLevel;
  readonly routing: Routing['kind'];
  readonly routing_system: string | null;
  readonly content: ProcedureContent;
  readonly content_hash: string;
  readonly published_at: Date;
}

/** Columns of a version under the alias `v`. */
export const versionColumns = sql`
  v.version_id, v.code, v.number, v.valid_from,
  case when isempty(v.valid) then v.valid_from else upper(v.valid) end as valid_to, v.origin, v.name,
  v.name_en, v.short_name, v.short_name_en, v.sector, v.sector_en, v.ministry, v.levels, v.service_level,
  v.routing, v.routing_system, v.content, v.content_hash, v.published_at`;

export function toVersion(row: VersionRow): ProcedureVersion {
  return {
    id: row.version_id,
    code: row.code,
    number: row.number,
    validFrom: row.valid_from,
    ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
    origin: row.origin,
    name: row.name,
    ...(row.name_en === null ? {} : { nameEn: row.name_en }),
    ...(row.short_name === null ? {} : { shortName: row.short_name }),
    ...(row.short_name_en === null ? {} : { shortNameEn: row.short_name_en }),
    sector: row.sector,
    ...(row.sector_en === null ? {} : { sectorEn: row.sector_en }),
    ...(row.ministry === null ? {} : { ministry: row.ministry }),
    levels: row.levels,
    serviceLevel: row.service_level,
    routing: { kind: row.routing, ...(row.routing_system === null ? {} : { system: row.routing_system }) },
    contentHash: row.content_hash,
    publishedAt: row.published_at,
    content: row.content,
  };
}
