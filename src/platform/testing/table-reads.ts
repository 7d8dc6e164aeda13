import { sql } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import { createDatabase, type Database, many } from '../database.ts';
import type { TestDatabase } from './test-database.ts';

export interface TableReads {
  readonly wholeTable: number;
  /** Rows brought by indexes, before anything else was tested. */
  readonly byIndex: number;
}

/** The application role on one connection, and what its statements read, inside functions too: plans as they are run. */
export interface ReadCounter {
  readonly db: Database;
  during(work: () => Promise<unknown>): Promise<ReadonlyMap<string, TableReads>>;
}

/** Counts by the server's own statistics what each table was read for. Call it at the top of a `describe`. */
export function useReadCounter(test: TestDatabase): ReadCounter {
  const held: { db?: Database } = {};
  const db = () => {
    if (!held.db) throw new Error('the counter is ready only inside tests and hooks');
    return held.db;
  };
  beforeAll(() => {
    held.db = createDatabase({
      url: test.url,
      role: 'motcua_app',
      jurisdiction: test.jurisdiction,
      maxConnections: 1,
    });
  });
  afterAll(() => held.db?.destroy());

  /** What a backend has counted is told to the others when it is made to. */
  async function counts() {
    await sql`select pg_stat_force_next_flush()`.execute(db());
    const rows = await many(
      test.owner,
      sql<{ name: string } & TableReads>`
        select schemaname || '.' || relname as name, seq_scan as "wholeTable", coalesce(idx_tup_fetch, 0) as "byIndex"
        from pg_stat_user_tables`,
    );
    return new Map(rows.map(({ name, ...reads }) => [name, reads]));
  }

  return {
    get db() {
      return db();
    },
    during: async (work) => {
      const before = await counts();
      await work();
      const after = await counts();
      return new Map(
        [...after].map(([name, { wholeTable, byIndex }]) => {
          const earlier = before.get(name) ?? { wholeTable: 0, byIndex: 0 };
          return [name, { wholeTable: wholeTable - earlier.wholeTable, byIndex: byIndex - earlier.byIndex }];
        }),
      );
    },
  };
}
