import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { many } from '../../../platform/database.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';

/** A sector under which something is in force today, as published. */
export interface Sector {
  readonly name: string;
  readonly nameEn?: string;
}

const alphabet = new Intl.Collator('vi');

/** The sectors to filter by, in Vietnamese alphabetical order. */
export async function findSectors(deps: CatalogueStoreDeps, ctx: QueryContext): Promise<readonly Sector[]> {
  const rows = await many(
    deps.db,
    sql<{ sector: string; sector_en: string | null }>`
      select v.sector, max(v.sector_en) as sector_en from catalogue.procedure_version v
      where v.jurisdiction = ${ctx.jurisdiction} and v.valid @> ${plainDateOf(ctx.now)}::date
      group by v.sector
    `,
  );
  return rows
    .map((row) => ({ name: row.sector, ...(row.sector_en === null ? {} : { nameEn: row.sector_en }) }))
    .sort((one, other) => alphabet.compare(one.name, other.name));
}
