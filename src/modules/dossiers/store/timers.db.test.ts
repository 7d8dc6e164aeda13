import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useReadCounter } from '../../../platform/testing/table-reads.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { fillInbox } from '../testing/many-dossiers.ts';
import { timersDue } from './timers.ts';

const now = new Date('2026-11-23T08:00:00+07:00');

describe('10,000 armed timers, as the application role', () => {
  const test = useTestDatabase();
  const counter = useReadCounter(test);

  // One in two thousand is due; as many were due and have been put off.
  beforeAll(async () => {
    await fillInbox(test.owner, newUuidV7(), 10_000, now);
    await sql`
      insert into dossiers.timer (jurisdiction, dossier_id, timer_id, task_id, step_key, timer_key, kind, after_hours, fire_at, retry_at)
      select t.jurisdiction, t.dossier_id, t.dossier_id, t.task_id, t.step_key, 'nhac', 'warn', 1,
        ${now}::timestamptz + case when n % 2000 < 2 then interval '-1 hour' else interval '1 day' end,
        case when n % 2000 = 1 then ${now}::timestamptz + interval '1 hour' end
      from (
        select jurisdiction, dossier_id, task_id, step_key, row_number() over (order by due_at) as n from dossiers.task
      ) t`.execute(test.owner);
    await sql`analyze dossiers.timer`.execute(test.owner);
  }, 60_000);

  it('a sweep reads those that are due and no others', async () => {
    const due = () => timersDue(counter.db, test.jurisdiction, now, 100);
    expect((await due()).length).toBe(5);
    const reads = (await counter.during(due)).get('dossiers.timer');
    expect(reads).toEqual({ wholeTable: 0, byIndex: 5 });
  });
});
