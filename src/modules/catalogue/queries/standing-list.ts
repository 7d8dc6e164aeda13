import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { dayText } from '../../../kernel/day-input.ts';
import type { Page } from '../../../kernel/page.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { readCursor, writeCursor } from '../../../platform/cursor.ts';
import { many } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import { level } from '../core/content.ts';
import { procedureCode } from '../core/procedure-record.ts';
import { type StandingEntry, serviceStages, standingLevels } from '../core/service-standing.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';

const standingListInput = z.object({
  on: dayText.optional(),
  department: z.string().max(4000).optional(),
  level: level.optional(),
  stage: z.enum(serviceStages).optional(),
  value: z.enum(standingLevels).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The procedures behind one number of `standingTable`, by code: those of a department and level with that value at that stage. */
export async function standingList(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<Page<StandingEntry>>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const asked = parseInput(standingListInput, input);
  if (!asked.ok) return asked;
  const cursor = readCursor(z.tuple([procedureCode]), asked.value.after);
  if (!cursor.ok) return cursor;
  const { on = plainDateOf(ctx.now), department, level: of, stage, value, limit } = asked.value;
  const rows = await many(
    deps.db,
    sql<StandingEntry>`
      select v.code, v.name, v.levels[1] as level
      from catalogue.procedure_version v
      where v.jurisdiction = ${ctx.jurisdiction} and v.valid @> ${on}::date and v.code > ${cursor.value?.[0] ?? ''}
        and (${of ?? null}::text is null or v.levels[1] = ${of ?? null})
        and exists (
          select from catalogue.service_standing s
          where s.jurisdiction = v.jurisdiction and s.code = v.code and s.valid @> ${on}::date
            and (${department ?? null}::text is null or s.department = ${department ?? null})
            and (${stage ?? null}::text is null or s.stage = ${stage ?? null})
            and (${value ?? null}::text is null or s.level = ${value ?? null})
        )
      order by v.code limit ${limit + 1}
    `,
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return ok({ items, ...(rows.length > limit && last ? { next: writeCursor([last.code]) } : {}) });
}
