import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many, one } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import {
  type OfficeColumn,
  type OfficeProcedure,
  officeListInput,
  type SectorWork,
} from '../core/office-list.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { listColumnsOf } from '../store/list-columns.ts';

/** Beyond it the number is no longer counted. */
const mostCounted = 2_000;

export interface OfficePage {
  readonly items: readonly OfficeProcedure[];
  /** Code behind which the next page begins. */
  readonly next?: string;
  /** How many there are in all, at most 2,000. */
  readonly total: number;
  /** Those that whoever asks chose to see. */
  readonly columns: readonly OfficeColumn[];
}

interface Row {
  readonly code: string;
  readonly version_id: string;
  readonly name: string;
  readonly sector: string;
  readonly levels: OfficeProcedure['levels'];
  readonly service_level: OfficeProcedure['serviceLevel'];
  readonly origin: OfficeProcedure['origin'];
  readonly state: OfficeProcedure['state'];
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
  readonly draft_id: string | null;
  readonly has_process: boolean;
  readonly has_fee: boolean;
  readonly unchecked: number;
  readonly missing_parts: number;
}

/** All procedures ever published, by code, for those who keep the catalogue. Refuses `catalogue.search-invalid`. */
export async function listForOffice(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<OfficePage>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const parsed = parseInput(officeListInput, input);
  if (!parsed.ok) return refuse('invalid', 'catalogue.search-invalid');
  const { after, limit } = parsed.value;
  const all = await listed(deps, ctx, parsed.value);
  const rows = await many(
    deps.db,
    sql<Row>`select l.code, l.version_id, l.name, l.sector, l.levels, l.service_level, l.origin, l.state, l.valid_from,
        l.valid_to, l.draft_id, l.has_process, l.has_fee, l.unchecked, l.missing_parts
      from (${all}) l where l.code > ${after ?? ''} order by l.code limit ${limit + 1}`,
  );
  const { total } = await one(
    deps.db,
    sql<{ total: number }>`select count(*) as total from (select 1 from (${all}) l limit ${mostCounted}) c`,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const columns = await listColumnsOf(deps.db, ctx, ctx.actor);
  return ok({
    items: page.map(toItem),
    total,
    columns,
    ...(rows.length > limit && last ? { next: last.code } : {}),
  });
}

/** What is to be done, by sector: procedures in force without process, without fee, not checked, with parts missing. */
export async function sectorWork(
  deps: CatalogueDeps,
  ctx: QueryContext,
): Promise<Result<readonly SectorWork[]>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const all = await listed(deps, ctx, officeListInput.parse({ state: 'inForce' }));
  return ok(
    await many(
      deps.db,
      sql<SectorWork>`
        select l.sector, count(*) as procedures,
          count(*) filter (where not l.has_process) as process,
          count(*) filter (where not l.has_fee) as fee,
          count(*) filter (where l.unchecked > 0) as unchecked,
          count(*) filter (where l.missing_parts > 0) as parts
        from (${all}) l group by l.sector order by count(*) desc, l.sector
      `,
    ),
  );
}

type Asked = z.infer<typeof officeListInput>;

async function listed(deps: CatalogueDeps, ctx: QueryContext, asked: Asked): Promise<RawBuilder<unknown>> {
  const today = plainDateOf(ctx.now);
  const withProcess = await deps.process.listServedProcedures(deps.db, today);
  return sql`
    select v.code, v.version_id, v.name, v.sector, v.levels, v.service_level, v.origin, v.valid_from,
      upper(v.valid) as valid_to, s.state, d.draft_id, v.code = any (${withProcess}::text[]) as has_process,
      jsonb_path_exists(v.content, '$.fees[*].rule') as has_fee,
      jsonb_array_length(jsonb_path_query_array(v.content, '$.*[*] ? (@.certainty == "unverified")')) as unchecked,
      ${missingParts} as missing_parts
    from catalogue.procedure p
    cross join lateral (
      select ${versionParts} from catalogue.procedure_version v
      where v.jurisdiction = p.jurisdiction and v.code = p.code and not isempty(v.valid)
      order by v.valid @> ${today}::date desc, lower(v.valid) > ${today}::date desc, v.valid_from desc
      limit 1
    ) v
    cross join lateral (
      select case when v.valid @> ${today}::date then 'inForce'
        when lower(v.valid) > ${today}::date then 'coming' else 'ended' end as state
    ) s
    left join catalogue.draft d on d.jurisdiction = p.jurisdiction and d.code = p.code
      and d.state in ('draft', 'inReview', 'approved')
    where p.jurisdiction = ${ctx.jurisdiction} and ${conditions(asked, withProcess)}`;
}

const versionParts = sql`v.code, v.version_id, v.name, v.sector, v.levels, v.service_level, v.origin, v.valid_from,
  v.valid, v.content, v.search_words, v.search_name`;

/** The twin of `missingParts` in core, for lists. */
const missingParts = sql`(
  (jsonb_array_length(v.content -> 'steps') = 0)::integer + (jsonb_array_length(v.content -> 'channels') = 0)::integer
  + (jsonb_array_length(v.content -> 'components') = 0)::integer
  + (jsonb_array_length(v.content -> 'timeLimits') = 0)::integer
  + (jsonb_array_length(v.content -> 'applicants') = 0)::integer
  + (jsonb_array_length(v.content -> 'results') = 0)::integer
  + (v.content #>> '{competentAgency,rule,kind}' = 'named'
     and v.content #>> '{competentAgency,name}' is null)::integer)`;

function conditions(asked: Asked, withProcess: readonly string[]): RawBuilder<unknown> {
  const { q, sector, level, serviceLevel, state, lack } = asked;
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (q !== '')
    parts.push(sql`(p.code like ${`${q.replaceAll(/[%_\\]/g, '')}%`}
      or v.search_words @@ plainto_tsquery('simple', platform.search_text(${q}))
      or v.search_name like '%' || platform.search_text(${q}) || '%')`);
  if (sector) parts.push(sql`v.sector = ${sector}`);
  if (level) parts.push(sql`${level} = any (v.levels)`);
  if (serviceLevel) parts.push(sql`v.service_level = ${serviceLevel}`);
  if (state === 'drafted') parts.push(sql`d.draft_id is not null`);
  else if (state) parts.push(sql`s.state = ${state}`);
  if (lack === 'process') parts.push(sql`not v.code = any (${withProcess}::text[])`);
  if (lack === 'fee') parts.push(sql`not jsonb_path_exists(v.content, '$.fees[*].rule')`);
  if (lack === 'unchecked')
    parts.push(sql`jsonb_path_exists(v.content, '$.*[*] ? (@.certainty == "unverified")')`);
  if (lack === 'parts') parts.push(sql`${missingParts} > 0`);
  return sql.join(parts, sql` and `);
}

function toItem(row: Row): OfficeProcedure {
  return {
    code: row.code,
    versionId: row.version_id,
    name: row.name,
    sector: row.sector,
    levels: row.levels,
    serviceLevel: row.service_level,
    origin: row.origin,
    state: row.state,
    validFrom: row.valid_from,
    ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
    ...(row.draft_id === null ? {} : { draftId: row.draft_id }),
    hasProcess: row.has_process,
    hasFee: row.has_fee,
    unchecked: row.unchecked,
    missingParts: row.missing_parts,
  };
}
