import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createPool, many } from './database.ts';
import { enqueue } from './enqueue.ts';
import { useTestDatabase } from './testing/test-database.ts';
import { startWorker, sweepQueues } from './worker.ts';

describe('worker', () => {
  const test = useTestDatabase();

  it('does what was enqueued and knows what comes back by itself', async () => {
    const done: unknown[] = [];
    const pool = createPool({ url: test.url, role: 'motcua_queue' });
    const runner = await startWorker({
      pool,
      tasks: { 'test.note': async (payload) => void done.push(payload), 'test.daily': async () => undefined },
      schedule: { 'test.daily': '17 19 * * *' },
      concurrency: 1,
      log: () => undefined,
    });
    await enqueue(test.db, { task: 'test.note', payload: { a: 1 } });
    await expect.poll(() => done, { timeout: 20_000 }).toEqual([{ a: 1 }]);
    const known = await many(
      test.owner,
      sql<{ identifier: string }>`select k.identifier from graphile_worker._private_known_crontabs k`,
    );
    expect(known).toEqual([{ identifier: 'test.daily' }]);
    await runner.stop();
    await pool.end();
  });

  it('forgets the queues of dossiers that have nothing left to do', async () => {
    const queues = () =>
      many(
        test.owner,
        sql<{ name: string }>`select queue_name as name from graphile_worker._private_job_queues`,
      );
    await enqueue(
      test.db,
      { task: 'test.note', payload: {}, queue: 'dossier:done' },
      { task: 'test.later', payload: {}, queue: 'dossier:open' },
    );
    await sql`delete from graphile_worker._private_jobs where payload::text = '{}' and job_queue_id in (
      select id from graphile_worker._private_job_queues where queue_name = 'dossier:done')`.execute(
      test.owner,
    );
    const pool = createPool({ url: test.url, role: 'motcua_queue' });
    await sweepQueues(pool);
    await pool.end();
    expect(await queues()).toEqual([{ name: 'dossier:open' }]);
  });
});
