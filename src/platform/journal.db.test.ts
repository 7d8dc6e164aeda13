import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import { ok, refuse } from '../kernel/result.ts';
import { many, one } from './database.ts';
import { enqueue } from './enqueue.ts';
import { newUuidV7 } from './ids.ts';
import { appendEvents, once, recordAction, recordRead } from './journal.ts';
import { useTestDatabase } from './testing/test-database.ts';
import { inTransaction } from './transaction.ts';

describe('journal', () => {
  const test = useTestDatabase();

  it('keeps events, action and job of a committed transaction and none of a refused one', async () => {
    const kept = newUuidV7();
    const refused = newUuidV7();
    for (const stream of [kept, refused]) {
      await inTransaction(test.db, async (tx) => {
        await appendEvents(tx, context(), newUuidV7, { id: stream, lastSeq: 0 }, [
          { type: 'test.done', payload: { a: 1 } },
        ]);
        await recordAction(tx, context(), newUuidV7, { command: 'audit.prune-reads', subjectId: stream });
        await enqueue(tx, { task: 'test.react', payload: { stream }, queue: `test:${stream}` });
        return stream === kept ? ok(null) : refuse('conflict', 'test.no');
      });
    }
    const events = await many(test.db, sql<{ stream_id: string }>`select stream_id from platform.event`);
    const actions = await many(test.db, sql<{ subject_id: string }>`select subject_id from platform.action`);
    const jobs = await many(
      test.owner,
      sql<{ task: string }>`select task_identifier as task from graphile_worker.jobs`,
    );
    expect(events).toEqual([{ stream_id: kept }]);
    expect(actions).toEqual([{ subject_id: kept }]);
    expect(jobs).toEqual([{ task: 'test.react' }]);
  });

  it('refuses a second writer that continues a stream from the same number', async () => {
    const stream = { id: newUuidV7(), lastSeq: 0 };
    const append = () =>
      inTransaction(test.db, async (tx) =>
        ok(await appendEvents(tx, context(), newUuidV7, stream, [{ type: 't', payload: {} }])),
      );
    await append();
    await expect(append()).rejects.toThrow(/event_pkey/);
  });

  it('answers a repeated request with the first outcome, even while the first still runs', async () => {
    const ctx = context();
    let runs = 0;
    const request = (body: unknown) =>
      inTransaction(test.db, (tx) =>
        once(tx, ctx, 'test.count', body, async () => {
          runs += 1;
          await sql`select pg_sleep(0.05)`.execute(tx);
          return ok({ run: runs });
        }),
      );
    const outcomes = await Promise.all([request('a'), request('a'), request('a')]);
    expect(outcomes).toEqual([ok({ run: 1 }), ok({ run: 1 }), ok({ run: 1 })]);
    expect(await request('b')).toEqual(refuse('conflict', 'platform.request-reused'));
  });

  it('lets a refused request be tried again with the same id', async () => {
    const ctx = context();
    let allowed = false;
    const request = () =>
      inTransaction(test.db, (tx) =>
        once(tx, ctx, 'test.try', null, async () =>
          allowed ? ok('done') : refuse('invalid', 'test.not-yet'),
        ),
      );
    expect(await request()).toEqual(refuse('invalid', 'test.not-yet'));
    allowed = true;
    expect(await request()).toEqual(ok('done'));
  });

  it('hides the rows of another jurisdiction and refuses writing them', async () => {
    const stream = { id: newUuidV7(), lastSeq: 0 };
    const other = { ...context(), jurisdiction: 2 as CommandContext['jurisdiction'] };
    await expect(
      inTransaction(test.db, async (tx) =>
        ok(await appendEvents(tx, other, newUuidV7, stream, [{ type: 't', payload: {} }])),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('does not let the application rewrite history', async () => {
    await expect(sql`update platform.event set type = 'forged'`.execute(test.db)).rejects.toThrow(
      /permission denied/,
    );
    await expect(sql`delete from platform.action`.execute(test.db)).rejects.toThrow(/permission denied/);
    await expect(sql`select id from graphile_worker.jobs`.execute(test.db)).rejects.toThrow(
      /permission denied/,
    );
  });

  it('records a page of reads as one row', async () => {
    const ids = [newUuidV7(), newUuidV7()];
    await recordRead(test.db, context(), newUuidV7, { query: 'test.list', subjectIds: ids });
    const row = await one(test.db, sql<{ subject_ids: string[] }>`select subject_ids from platform.read`);
    expect(row.subject_ids).toEqual(ids);
  });
});

function context(): CommandContext {
  return {
    jurisdiction: 1 as CommandContext['jurisdiction'],
    actor: {
      kind: 'officer',
      accountId: newUuidV7<'account'>(),
      personId: newUuidV7() as Id<'person'>,
      posts: [],
      grants: [],
    },
    now: new Date('2026-02-13T09:20:00Z'),
    origin: { ip: '127.0.0.1', userAgent: 'test' },
    requestId: newUuidV7(),
  };
}
