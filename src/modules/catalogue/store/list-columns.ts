import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { CommandContext, QueryContext } from '../../../kernel/context.ts';
import { type Connection, maybeOne, type Tx } from '../../../platform/database.ts';
import { type OfficeColumn, officeColumns } from '../core/office-list.ts';
import { accountOf } from './drafts.ts';

/** The columns somebody chose last, in the order of the list; all of them while they have not. */
export async function listColumnsOf(
  db: Connection,
  ctx: Pick<QueryContext, 'jurisdiction'>,
  actor: Actor,
): Promise<readonly OfficeColumn[]> {
  const kept = await maybeOne(
    db,
    sql<{ columns: readonly string[] }>`
      select c.columns from catalogue.list_columns c
      where c.jurisdiction = ${ctx.jurisdiction} and c.account_id = ${accountOf(actor)}
    `,
  );
  return kept ? officeColumns.filter((column) => kept.columns.includes(column)) : officeColumns;
}

/** Keeps the columns somebody chose. */
export async function saveListColumns(
  tx: Tx,
  ctx: CommandContext,
  columns: readonly OfficeColumn[],
): Promise<void> {
  await sql`
    insert into catalogue.list_columns (jurisdiction, account_id, columns, saved_at)
    values (${ctx.jurisdiction}, ${accountOf(ctx.actor)}, ${[...columns]}::text[], ${ctx.now})
    on conflict (jurisdiction, account_id) do update set columns = excluded.columns, saved_at = excluded.saved_at
  `.execute(tx);
}
