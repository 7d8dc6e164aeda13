import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { many } from '../platform/database.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

/** The second wall: whatever a query forgets, the application sees and writes rows of its own jurisdiction alone. */
describe('row-level security by jurisdiction', () => {
  const test = useTestDatabase();

  const tables = () =>
    many(
      test.owner,
      sql<{ name: string; walled: boolean; policies: number }>`
        select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity as walled,
          (select count(*)::int from pg_policy p where p.polrelid = c.oid
            and pg_get_expr(p.polqual, p.polrelid) like '%jurisdiction = %current_%'
            and pg_get_expr(p.polwithcheck, p.polrelid) like '%jurisdiction = %current_%') as policies
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'jurisdiction' and not a.attisdropped
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
        order by 1`,
    );

  it('stands before every table that names a jurisdiction, for reading and writing', async () => {
    const all = await tables();
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter(({ walled, policies }) => !walled || policies !== 1)).toEqual([]);
  });
});
