import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { readCursor, writeCursor } from '../../../platform/cursor.ts';
import { many } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import { level } from '../core/content.ts';
import { procedureCode } from '../core/procedure-record.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';

export const listGapsInput = z.object({
  /** chưa có quy trình, chưa có phí, chưa đối chiếu. */
  gap: z.enum(['process', 'fee', 'unchecked']),
  sector: z.string().max(300).optional(),
  level: level.optional(),
  /** The unit that decides, by its key; only procedures whose rule names it. */
  unitKey: z.string().max(200).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
type Asked = z.infer<typeof listGapsInput>;

/** A procedure in force today that lacks something. */
export interface Gap {
  readonly code: string;
  readonly name: string;
  readonly sector: string;
  readonly versionId: string;
}

/** Procedures in force today that lack a process, a fee that can be collected, or whose facts are not all checked; by code. */
export async function listGaps(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<Page<Gap>>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const asked = parseInput(listGapsInput, input);
  if (!asked.ok) return asked;
  const cursor = readCursor(z.tuple([procedureCode]), asked.value.after);
  if (!cursor.ok) return cursor;
  const { limit } = asked.value;
  const found: Gap[] = [];
  let behind = cursor.value?.[0] ?? '';
  // Which procedures have a process is not ours to join: pages are read on until one is full.
  for (let more = true; more && found.length <= limit; ) {
    const rows = await many(deps.db, candidates(ctx, asked.value, behind, limit + 1));
    found.push(...(asked.value.gap === 'process' ? await withoutProcess(deps, ctx, rows) : rows));
    behind = rows.at(-1)?.code ?? behind;
    more = rows.length > limit;
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return ok({ items: page, ...(found.length > limit && last ? { next: writeCursor([last.code]) } : {}) });
}

async function withoutProcess(
  deps: CatalogueDeps,
  ctx: QueryContext,
  rows: readonly Gap[],
): Promise<readonly Gap[]> {
  const covered = await deps.process.editing.coveredProcedures(
    ctx,
    rows.map((row) => row.code),
  );
  return rows.filter((row) => !covered.has(row.code));
}

const lacks: Readonly<Record<Asked['gap'], RawBuilder<unknown>>> = {
  // Only what is worked on here needs a process of ours.
  process: sql`v.routing = 'here'`,
  fee: sql`(jsonb_array_length(v.content -> 'fees') = 0
    or jsonb_path_exists(v.content, '$.fees[*] ? (!exists (@.rule) || @.certainty == "unverified")'))`,
  unchecked: sql`jsonb_path_exists(v.content, '$.competentAgency.certainty ? (@ == "unverified")')
    or jsonb_path_exists(v.content, '$.*[*].certainty ? (@ == "unverified")')`,
};

function candidates(ctx: QueryContext, asked: Asked, behind: string, limit: number) {
  return sql<Gap>`
    select v.code, v.name, v.sector, v.version_id as "versionId"
    from catalogue.procedure_version v
    where v.jurisdiction = ${ctx.jurisdiction} and v.code > ${behind} and v.valid @> ${plainDateOf(ctx.now)}::date
      and (${asked.sector ?? null}::text is null or v.sector = ${asked.sector ?? null})
      and (${asked.level ?? null}::text is null or ${asked.level ?? null} = any (v.levels))
      and (${asked.unitKey ?? null}::text is null
        or v.content #>> '{competentAgency,rule,unitKey}' = ${asked.unitKey ?? null})
      and (${lacks[asked.gap]})
    order by v.code limit ${limit}
  `;
}
