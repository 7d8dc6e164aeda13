import { sql } from 'kysely';
import type { ProcedureBrief } from '../core/procedure-brief.ts';
import type { VersionRow } from './version-row.ts';

export type BriefRow = Pick<
  VersionRow,
  | 'code'
  | 'name'
  | 'name_en'
  | 'short_name'
  | 'short_name_en'
  | 'sector'
  | 'sector_en'
  | 'service_level'
  | 'origin'
> & { readonly levels: ProcedureBrief['levels'] };

/** Columns of a brief under the alias `v`. */
export const briefColumns = sql`
  v.code, v.name, v.name_en, v.short_name, v.short_name_en, v.sector, v.sector_en, v.levels, v.service_level, v.origin`;

export function toBrief(row: BriefRow): ProcedureBrief {
  return {
    code: row.code,
    name: row.name,
    ...(row.name_en === null ? {} : { nameEn: row.name_en }),
    ...(row.short_name === null ? {} : { shortName: row.short_name }),
    ...(row.short_name_en === null ? {} : { shortNameEn: row.short_name_en }),
    sector: row.sector,
    ...(row.sector_en === null ? {} : { sectorEn: row.sector_en }),
    levels: row.levels,
    serviceLevel: row.service_level,
    origin: row.origin,
  };
}
