import { sql } from 'kysely';
import { isUuid } from '../../../kernel/id.ts';
import { type Database, many } from '../../../platform/database.ts';

/**
 * Values that name something in the database, for a parameter of an address: of `draftId` what any column `draft_id`
 * holds, of `unitId` also the ids of tables called `unit`. Empty for names no column has; codes and keys, which mean many
 * things, come by a few only: links tell the rest.
 */
export async function valuesOfParameter(owner: Database, name: string): Promise<readonly string[]> {
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const table = column.replace(/_id$/, '');
  const places = await many(
    owner,
    sql<{ place: string; field: string }>`
      select format('%I.%I', c.table_schema, c.table_name) as place, format('%I', c.column_name) as field
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and c.data_type in ('uuid', 'text')
        and (c.column_name = ${column} or (c.column_name = 'id' and c.table_name = ${table}))
      order by 1`,
  );
  const found = await Promise.all(
    places.map(({ place, field }) =>
      many(
        owner,
        sql<{ value: string }>`select value from (
          select distinct ${sql.raw(field)}::text as value from ${sql.raw(place)} where ${sql.raw(field)} is not null
        ) d order by value desc limit 4`,
      ),
    ),
  );
  const values = [...new Set(found.flat().map(({ value }) => value))].filter((value) => value !== '');
  return values.every(isUuid) ? values : values.slice(0, 3);
}
