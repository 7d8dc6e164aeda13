import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useReadCounter } from '../../../platform/testing/table-reads.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { fillInbox } from '../testing/many-dossiers.ts';
import { endedProcedures, endedUntil } from './ended-dossiers.ts';

describe('20,000 ended dossiers of two procedures, as the application role', () => {
  const test = useTestDatabase();
  const counter = useReadCounter(test);
  const of = { procedureCode: '1.001193', day: '2026-12-31' as PlainDate };

  beforeAll(async () => {
    await fillInbox(test.owner, newUuidV7(), 20_000, new Date('2026-11-23T08:00:00+07:00'));
    await sql`
      update dossiers.dossier set phase = 'refused', refused_at = submitted_at + interval '1 day',
        procedure_code = case when owner_name like '%0' then '1.001193' else procedure_code end`.execute(
      test.owner,
    );
    await sql`analyze dossiers.dossier`.execute(test.owner);
  }, 60_000);

  const reads = async (work: () => Promise<unknown>) => (await counter.during(work)).get('dossiers.dossier');

  it('tells their procedures by a step of the index each', async () => {
    expect(await endedProcedures(counter.db, test.jurisdiction)).toEqual(['1.001193', '2.000815']);
    const { wholeTable, byIndex = 0 } =
      (await reads(() => endedProcedures(counter.db, test.jurisdiction))) ?? {};
    expect(wholeTable).toBe(0);
    expect(byIndex).toBeLessThanOrEqual(2);
  });

  it('reads a page of one procedure and nothing of the other, from the beginning and behind', async () => {
    const first = await endedUntil(counter.db, test.jurisdiction, of, { limit: 500 });
    const behind = { after: first.at(-1)?.next, limit: 500 };
    const second = await endedUntil(counter.db, test.jurisdiction, of, behind);
    expect(new Set([...first, ...second].map(({ dossierId }) => dossierId)).size).toBe(1000);
    expect(new Set([...first, ...second].map(({ procedureCode }) => procedureCode))).toEqual(
      new Set(['1.001193']),
    );
    for (const page of [{ limit: 500 }, behind]) {
      const { wholeTable, byIndex = 0 } =
        (await reads(() => endedUntil(counter.db, test.jurisdiction, of, page))) ?? {};
      expect(wholeTable).toBe(0);
      expect(byIndex).toBeLessThanOrEqual(501);
    }
  });
});
