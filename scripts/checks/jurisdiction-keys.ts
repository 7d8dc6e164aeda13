import { sql } from 'kysely';
import { modules } from '../../architecture.mjs';
import { type Connection, many } from '../../src/platform/database.ts';
import type { Problem } from './problem.ts';

interface TableRow {
  readonly name: string;
  readonly schema: string;
  readonly scoped: boolean;
  readonly walled: boolean;
}

interface KeyRow {
  readonly table: string;
  readonly key: string;
  readonly first: string | null;
}

/**
 * Reads the migrated database: every table of a module is one tenant's, and in tables of one tenant the jurisdiction leads every primary key, unique
 * constraint, sorted index and foreign key, and row-level security is on.
 */
export async function checkJurisdictionKeys(owner: Connection): Promise<Problem[]> {
  const schemas = [...modules.map(({ name }) => name), 'platform'];
  const tables = await many(owner, tablesOf(schemas));
  const keys = [...(await many(owner, indexesOf(schemas))), ...(await many(owner, foreignKeysOf(schemas)))];
  const scoped = new Set(tables.filter((table) => table.scoped).map(({ name }) => name));
  return [
    ...(scoped.size === 0
      ? ['jurisdiction: no table carries a jurisdiction; is the database migrated?']
      : []),
    ...tables.flatMap(tableProblems),
    ...keys
      .filter(({ table, first }) => scoped.has(table) && first !== 'jurisdiction')
      .map(({ table, key }) => `jurisdiction: ${key} of ${table} does not begin with jurisdiction`),
  ];
}

function tableProblems({ name, schema, scoped, walled }: TableRow): Problem[] {
  if (scoped) return walled ? [] : [`jurisdiction: ${name} has no row-level security; call platform.wall`];
  return schema !== 'platform' ? [`jurisdiction: ${name} has no column jurisdiction`] : [];
}

function tablesOf(schemas: string[]) {
  return sql<TableRow>`
    select c.oid::regclass::text as name, n.nspname as schema, c.relrowsecurity as walled,
      exists (select from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'jurisdiction' and not a.attisdropped) as scoped
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = any(${schemas})
    order by name`;
}

function indexesOf(schemas: string[]) {
  return sql<KeyRow>`
    select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as key, a.attname as first
    from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_am m on m.oid = c.relam and m.amname = 'btree'
    left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] and i.indkey[0] > 0
    where n.nspname = any(${schemas})
    order by 1, 2`;
}

function foreignKeysOf(schemas: string[]) {
  return sql<KeyRow>`
    select f.conrelid::regclass::text as table, f.conname as key, a.attname as first
    from pg_constraint f
    join pg_namespace n on n.oid = f.connamespace
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    where f.contype = 'f' and n.nspname = any(${schemas})
      and exists (select from pg_attribute j where j.attrelid = f.confrelid and j.attname = 'jurisdiction')
    order by 1, 2`;
}
