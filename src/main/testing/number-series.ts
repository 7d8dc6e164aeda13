import { sql } from 'kysely';
import { many } from '../../platform/database.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';

interface Series {
  readonly series: string;
  readonly first: number;
  readonly last: number;
  readonly given: number;
}

/** Every series of codes (by what stands before the serial) and every register of a unit and year, with its numbers counted. */
async function numberSeries(test: TestDatabase): Promise<readonly Series[]> {
  return many(
    test.owner,
    sql<Series>`
      select 'code ' || left(code, length(code) - 4) as series, min(right(code, 4)::int) as first,
        max(right(code, 4)::int) as last, count(distinct code)::int as given
      from dossiers.dossier group by 1
      union all
      select 'register ' || register_unit_id || ' ' || register_year, min(register_serial), max(register_serial),
        count(distinct register_serial)::int
      from dossiers.dossier where register_serial is not null group by register_unit_id, register_year
      order by 1`,
  );
}

/** Series that do not run from one to as many as there are; and how many series there are at all. */
export async function gapsOf(test: TestDatabase): Promise<{ series: number; gaps: readonly Series[] }> {
  const all = await numberSeries(test);
  return { series: all.length, gaps: all.filter((one) => one.first !== 1 || one.last !== one.given) };
}
