import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { dayText } from '../../../kernel/day-input.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import { level } from '../core/content.ts';
import { toRecord } from '../core/export/to-record.ts';
import type { ProcedureRecord } from '../core/procedure-record.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';
import { toVersion, type VersionRow, versionColumns } from '../store/version-row.ts';

const input = z.object({
  sector: z.string().max(300).optional(),
  level: level.optional(),
  code: z.string().max(40).optional(),
  on: dayText.optional(),
});
export type ExportInput = z.input<typeof input>;

/** Texts read by one statement: each may be long. */
const batchSize = 200;

/** The procedures in force on a day (today by default) as records, by code. Refuses `catalogue.search-invalid`. */
export async function exportRecords(
  deps: CatalogueStoreDeps,
  ctx: QueryContext,
  asked: unknown,
): Promise<Result<readonly ProcedureRecord[]>> {
  if (!can(ctx.actor, 'catalogue.manage')) return refuse('forbidden', 'catalogue.manage-forbidden');
  const parsed = parseInput(input, asked);
  if (!parsed.ok) return refuse('invalid', 'catalogue.search-invalid');
  const { sector, level, code, on = plainDateOf(ctx.now) } = parsed.value;
  const records: ProcedureRecord[] = [];
  for (let after = ''; ; ) {
    const rows = await many(
      deps.db,
      sql<VersionRow & { prominence: number }>`
        select ${versionColumns}, p.prominence
        from catalogue.procedure p
        join catalogue.procedure_version v
          on v.jurisdiction = p.jurisdiction and v.code = p.code and v.valid @> ${on}::date
        where p.jurisdiction = ${ctx.jurisdiction} and p.code > ${after}
          and (${sector ?? null}::text is null or v.sector = ${sector ?? null})
          and (${level ?? null}::text is null or ${level ?? null} = any (v.levels))
          and (${code ?? null}::text is null or p.code = ${code ?? null})
        order by p.code
        limit ${batchSize}
      `,
    );
    for (const row of rows) records.push(toRecord(toVersion(row), row.prominence));
    const last = rows.at(-1);
    if (rows.length < batchSize || last === undefined) return ok(records);
    after = last.code;
  }
}
