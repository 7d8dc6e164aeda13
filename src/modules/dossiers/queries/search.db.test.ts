import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { many, one, type Tx } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { fillInbox } from '../testing/many-dossiers.ts';

describe('searching 20,000 dossiers by name, as the application role', () => {
  const test = useTestDatabase();
  const [ward, other] = [newUuidV7<'unit'>(), newUuidV7<'unit'>()];

  beforeAll(async () => {
    await fillInbox(test.owner, ward, 10_000, new Date('2026-11-23T08:00:00+07:00'));
    await fillInbox(test.owner, other, 10_000, new Date('2026-11-23T08:00:00+07:00'));
  }, 60_000);

  /** What one search finds and how it read the table; EXPLAIN does not show the plan inside a function. */
  function search(
    code: string,
    name: string | null,
    units: readonly string[] | null,
    sectors: readonly string[] = [],
  ) {
    return test.db.transaction().execute(async (tx) => {
      const before = await scansOf(tx);
      const found = await many(
        tx,
        sql<{ dossier_id: string }>`
          select dossier_id from dossiers.search(${code}, ${name}, ${units}::uuid[], ${sectors}::text[], 50)`,
      );
      const after = await scansOf(tx);
      const { trigrams, whole } = after;
      return { found: found.length, trigrams: trigrams - before.trigrams, whole: whole - before.whole };
    });
  }

  function scansOf(tx: Tx) {
    return one(
      tx,
      sql<{ trigrams: number; whole: number }>`
        select pg_stat_get_xact_numscans('dossiers.dossier_search'::regclass) as trigrams,
          pg_stat_get_xact_numscans('dossiers.dossier'::regclass) as whole`,
    );
  }

  it.each([
    ['a whole name', 'tran thi so 9999', 1],
    ['the beginning of a name', 'tran thi so 77', 50],
  ])('%s walks the trigram index and never the table', async (_, name, found) => {
    expect(await search(name.toUpperCase(), name, [ward])).toEqual({ found, trigrams: 1, whole: 0 });
  });

  it('a code is found by its own index in the same statement', async () => {
    const code = `H53.FULL-17-${ward}`;
    expect(await search(code, null, null)).toMatchObject({ found: 1, whole: 0 });
    expect(await search(code, null, [other])).toMatchObject({ found: 0, whole: 0 });
  });

  it.each([
    ['three hundred units, as of all below a province', 300],
    ['a handful', 4],
  ])('within %s the index is the same', async (_, count) => {
    const many = Array.from({ length: count }, () => newUuidV7<'unit'>());
    expect(await search('', 'tran thi so 9999', [...many, ward])).toEqual({
      found: 1,
      trigrams: 1,
      whole: 0,
    });
    expect(await search('', 'tran thi so 9999', many)).toMatchObject({ found: 0, trigrams: 1, whole: 0 });
  });

  it('a sector is searched wherever it is, by the same index', async () => {
    const all = await search('', 'tran thi so 9999', [], ['Chứng thực']);
    expect(all).toEqual({ found: 2, trigrams: 1, whole: 0 });
    expect(await search('', 'tran thi so 9999', [], ['Hộ tịch'])).toMatchObject({ found: 0 });
  });

  it('finds nothing of another jurisdiction, whoever asks', async () => {
    const count = await test.db.transaction().execute(async (tx) => {
      await sql`select set_config('motcua.jurisdiction', '2', true)`.execute(tx);
      return one(
        tx,
        sql<{ found: number }>`select count(*) as found from dossiers.search('', 'tran thi', null, '{}', 50)`,
      );
    });
    expect(count.found).toBe(0);
  });
});
