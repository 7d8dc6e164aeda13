import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { many } from '../../../platform/database.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';

/** A procedure in force today and the day its page last changed: published later than in force, or the other way. */
export interface ProcedureAddress {
  readonly code: string;
  readonly changedOn: PlainDate;
}

/** Every procedure in force today, by code: for the site map. */
export async function listAddresses(
  deps: CatalogueStoreDeps,
  ctx: QueryContext,
): Promise<readonly ProcedureAddress[]> {
  const rows = await many(
    deps.db,
    sql<{ code: string; changed_on: PlainDate }>`
      select v.code, greatest(v.valid_from, (v.published_at at time zone 'Asia/Ho_Chi_Minh')::date) as changed_on
      from catalogue.procedure_version v
      where v.jurisdiction = ${ctx.jurisdiction} and v.valid @> ${plainDateOf(ctx.now)}::date
      order by v.code
    `,
  );
  return rows.map((row) => ({ code: row.code, changedOn: row.changed_on }));
}
