import { stat } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import type { ImportReport } from './import-procedures.ts';

const file = new URL('../../../../../shared/data/procedures.jsonl.gz', import.meta.url).pathname;

describe('importing the national crawl', () => {
  const test = useTestDatabase();
  let report: ImportReport;
  let tookMs: number;

  beforeAll(async () => {
    await stat(file).catch(() => {
      throw new Error(`this test needs the shared data: ${file} is missing`);
    });
    const start = performance.now();
    report = await run();
    tookMs = performance.now() - start;
  });

  async function run(): Promise<ImportReport> {
    const catalogue = aCatalogue(test);
    const outcome = await catalogue.importProcedures(systemContext(), file);
    if (!outcome.ok) throw new Error(outcome.refusal.type);
    return outcome.value;
  }

  it('takes in all 1,516 records within 30 seconds', () => {
    expect(report).toMatchObject({ read: 1516, wrong: [], differing: [] });
    expect(report.created).toHaveLength(1516);
    expect(tookMs).toBeLessThan(30_000);
  });

  it('quarantines what practice 21 counts', () => {
    const counted = new Map(report.quarantined.map((entry) => [entry.doubt, entry]));
    expect(counted.get('implausible-count')).toMatchObject({ facts: 79, procedures: 51 });
    expect(counted.get('no-agency')?.procedures).toBe(217);
    expect(counted.get('time-without-unit')?.procedures).toBeGreaterThanOrEqual(256);
    expect(counted.get('heading-as-case')?.procedures).toBeGreaterThanOrEqual(53);
    expect(counted.get('free-by-default')?.procedures).toBeGreaterThan(0);
    expect(counted.get('conditional-paper')?.procedures).toBeGreaterThan(500);
  });

  it('changes nothing the second time', async () => {
    expect(await run()).toMatchObject({ created: [], replaced: [], unchanged: 1516 });
  });
});
