import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { dayText } from '../../../kernel/day-input.ts';
import type { Page } from '../../../kernel/page.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { searchText } from '../../../kernel/search-text.ts';
import { many } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { level } from '../core/content.ts';
import { type Cursor, readCursor, writeCursor } from '../core/cursor.ts';
import type { ProcedureBrief } from '../core/procedure-brief.ts';
import { agencyOf } from '../store/agency-of.ts';
import { type BriefRow, briefColumns, toBrief } from '../store/brief-row.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';

export const findProceduresInput = z.object({
  /** Words, accents or not, a code or its beginning, or a sector's name; longer text is cut. */
  q: z
    .string()
    .transform((text) => text.slice(0, 200))
    .optional(),
  /** The sector's name exactly as published. */
  sector: z.string().max(300).optional(),
  level: level.optional(),
  /** Key of a life event, and who decides (see `agencyOf`): for browsing, not together with words. */
  event: z.string().max(60).optional(),
  agency: z.string().max(400).optional(),
  on: dayText.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type FindProceduresInput = z.input<typeof findProceduresInput>;

type Row = BriefRow & { readonly rank: string };

/**
 * One page of the procedures in force on the day (today by default): the best matches first, or without words
 * the commonest first. Refuses `catalogue.cursor-unreadable` and `catalogue.search-invalid`.
 */
export async function findProcedures(
  deps: CatalogueStoreDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<Page<ProcedureBrief>>> {
  const parsed = parseInput(findProceduresInput, input);
  if (!parsed.ok) return refuse('invalid', 'catalogue.search-invalid');
  const { q, after, limit, on, ...filters } = parsed.value;
  const cursor = after === undefined ? undefined : readCursor(after);
  if (after !== undefined && !cursor) return refuse('invalid', 'catalogue.cursor-unreadable');
  const asked = {
    ...filters,
    on: (on as PlainDate | undefined) ?? plainDateOf(ctx.now),
    cursor,
    limit: limit + 1,
  };
  const hasWords = q !== undefined && !['', 'thu tuc'].includes(searchText(q));
  const rows = await many(deps.db, hasWords ? searched(q, asked) : listed(ctx, asked));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    items: page.map(toBrief),
    ...(rows.length > limit && last ? { next: writeCursor(last) } : {}),
  });
}

export interface Asked {
  readonly sector?: string | undefined;
  readonly level?: string | undefined;
  readonly event?: string | undefined;
  readonly agency?: string | undefined;
  readonly on: PlainDate;
  readonly cursor: Cursor | undefined;
  readonly limit: number;
}

function searched(q: string, { sector, level, on, cursor, limit }: Asked): RawBuilder<Row> {
  return sql<Row>`
    select ${briefColumns}, s.score::text as rank
    from catalogue.search_procedures(${q}, ${on}::date, ${sector ?? null}, ${level ?? null},
      ${cursor?.rank ?? null}::numeric, ${cursor?.code ?? null}, ${limit}) s
    join catalogue.procedure_version v
      on v.jurisdiction = platform.current_jurisdiction() and v.version_id = s.version_id
    order by s.score desc, v.code
  `;
}

/** In the order of the index: the walk stops when the page is full. */
export function listed(
  ctx: Pick<QueryContext, 'jurisdiction'>,
  { sector, level, event, agency, on, cursor, limit }: Asked,
): RawBuilder<Row> {
  const ofAgency = agency === undefined ? sql`` : sql`and ${agencyOf} = ${agency}`;
  const ofEvent =
    event === undefined
      ? sql``
      : sql`and exists (
          select from catalogue.life_event_procedure e
          where e.jurisdiction = p.jurisdiction and e.event_key = ${event} and e.code = p.code)`;
  const behind = cursor
    ? sql`and (p.prominence < ${cursor.rank}::numeric::smallint
        or (p.prominence = ${cursor.rank}::numeric::smallint and p.code > ${cursor.code}))`
    : sql``;
  return sql<Row>`
    select ${briefColumns}, p.prominence::text as rank
    from catalogue.procedure p
    cross join lateral (
      select ${briefColumns} from catalogue.procedure_version v
      where v.jurisdiction = p.jurisdiction and v.code = p.code and v.valid @> ${on}::date
        and (${sector ?? null}::text is null or v.sector = ${sector ?? null})
        and (${level ?? null}::text is null or ${level ?? null} = any (v.levels)) ${ofAgency}
      limit 1
    ) v
    where p.jurisdiction = ${ctx.jurisdiction} ${ofEvent} ${behind}
    order by p.prominence desc, p.code
    limit ${limit}
  `;
}
