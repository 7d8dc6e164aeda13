import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { many } from '../../../platform/database.ts';
import type { Level } from '../core/content.ts';
import { agencyOf } from '../store/agency-of.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';

/** A heading under which procedures in force today are found, and how many. */
export interface Shelf {
  readonly key: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly count: number;
}

/** The shelves of the catalogue. Keys of agencies: `commune`, `unit:` with the unit's key, or `named:` with the name. */
export interface Shelves {
  readonly lifeEvents: readonly Shelf[];
  readonly sectors: readonly (Shelf & { readonly ministry?: string })[];
  readonly levels: readonly { readonly key: Level; readonly count: number }[];
  readonly agencies: readonly Shelf[];
}

interface Row {
  readonly kind: 'event' | 'sector' | 'level' | 'agency';
  readonly key: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly ministry: string | null;
  readonly count: number;
}

/** Agencies known by name alone are as many as their spellings; the commonest are enough to browse. */
const agenciesShown = 60;

/** How the procedures in force today are spread over life events, sectors, levels and competent agencies. */
export async function browseProcedures(deps: CatalogueStoreDeps, ctx: QueryContext): Promise<Shelves> {
  const rows = await many(
    deps.db,
    sql<Row>`
      with in_force as materialized (
        select v.code, v.sector, v.sector_en, v.ministry, v.levels, ${agencyOf} as agency
        from catalogue.procedure_version v
        where v.jurisdiction = ${ctx.jurisdiction} and v.valid @> ${plainDateOf(ctx.now)}::date
      )
      select 'event' as kind, e.key, e.name, e.name_en, null as ministry, count(*)::int as count, e.position as place
      from catalogue.life_event e
      join catalogue.life_event_procedure p on p.jurisdiction = e.jurisdiction and p.event_key = e.key
      join in_force f on f.code = p.code
      where e.jurisdiction = ${ctx.jurisdiction}
      group by e.key, e.name, e.name_en, e.position
      union all
      select 'sector', f.sector, f.sector, max(f.sector_en), max(f.ministry), count(*)::int, 0
      from in_force f group by f.sector
      union all
      select 'level', l, l, null, null, count(*)::int, 0 from in_force f cross join lateral unnest(f.levels) l group by l
      union all
      select 'agency', a.agency, a.agency, null, null, a.count, 0
      from (
        select f.agency, count(*)::int as count from in_force f
        where f.agency is not null
        group by f.agency order by count(*) desc, f.agency limit ${agenciesShown}
      ) a
      order by kind, place, count desc, key
    `,
  );
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind);
  return {
    lifeEvents: of('event').map(shelf),
    sectors: of('sector').map((row) => ({
      ...shelf(row),
      ...(row.ministry ? { ministry: row.ministry } : {}),
    })),
    levels: of('level').map(({ key, count }) => ({ key: key as Level, count })),
    agencies: of('agency').map(shelf),
  };
}

function shelf({ key, name, name_en, count }: Row): Shelf {
  return { key, name, ...(name_en === null ? {} : { nameEn: name_en }), count };
}
