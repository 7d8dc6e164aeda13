import { sql } from 'kysely';
import type { CommandContext, QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';

export interface PostalListRow {
  readonly list_id: string;
  readonly unit_id: Id<'unit'>;
  readonly handed_at: Date;
  readonly handed_by: Id<'account'>;
}

export async function insertPostalList(
  tx: Tx,
  ctx: CommandContext,
  listId: Id<'postalList'>,
  unitId: Id<'unit'>,
  accountId: Id<'account'>,
): Promise<void> {
  await sql`
    insert into dossiers.postal_list (jurisdiction, list_id, unit_id, handed_at, handed_by)
    values (${ctx.jurisdiction}, ${listId}, ${unitId}, ${ctx.now}, ${accountId})
  `.execute(tx);
}

export function findPostalList(
  connection: Connection,
  ctx: QueryContext,
  listId: string,
): Promise<PostalListRow | undefined> {
  return maybeOne(
    connection,
    sql<PostalListRow>`
      select list_id, unit_id, handed_at, handed_by from dossiers.postal_list
      where jurisdiction = ${ctx.jurisdiction} and list_id = ${listId}
    `,
  );
}

/** The latest lists of these units, newest first. */
export function latestPostalLists(
  connection: Connection,
  ctx: QueryContext,
  unitIds: readonly Id<'unit'>[],
  most: number,
): Promise<readonly (PostalListRow & { readonly items: number })[]> {
  return many(
    connection,
    sql<PostalListRow & { readonly items: number }>`
      select l.list_id, l.unit_id, l.handed_at, l.handed_by, (
        select count(*)::int from dossiers.postal_item i
        where i.jurisdiction = l.jurisdiction and i.list_id = l.list_id) as items
      from dossiers.postal_list l
      where l.jurisdiction = ${ctx.jurisdiction} and l.unit_id = any(${[...unitIds]}::uuid[])
      order by l.handed_at desc, l.list_id desc
      limit ${most}
    `,
  );
}
