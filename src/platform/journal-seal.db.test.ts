import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import { ok, refuse } from '../kernel/result.ts';
import { many, one } from './database.ts';
import { newUuidV7 } from './ids.ts';
import { appendEvents, recordAction, recordRead } from './journal.ts';
import { pendingRows } from './journal-proof.ts';
import { chainEnd, sealJournal } from './journal-seal.ts';
import { useTestDatabase } from './testing/test-database.ts';
import { inTransaction } from './transaction.ts';

const now = new Date('2026-11-26T08:00:00+07:00');

function context(): CommandContext {
  return {
    jurisdiction: 1 as CommandContext['jurisdiction'],
    actor: { kind: 'system', task: 'test' },
    now,
    origin: { ip: '10.0.0.7', userAgent: 'test' },
    requestId: newUuidV7(),
  };
}

describe('the sealer', () => {
  const test = useTestDatabase();

  const write = (refused = false) =>
    inTransaction(test.db, async (tx) => {
      const subjectId = newUuidV7<'thing'>();
      await appendEvents(tx, context(), newUuidV7, { id: subjectId, lastSeq: 0 }, [
        { type: 'test.done', payload: { n: 1 } },
        { type: 'test.told', payload: {} },
      ]);
      await recordAction(tx, context(), newUuidV7, { command: 'audit.prune-reads', subjectId });
      await recordRead(tx, context(), newUuidV7, { query: 'test.look', subjectIds: [subjectId] });
      return refused ? refuse('conflict', 'test.no') : ok(subjectId);
    });

  it('chains what was committed once, and nothing of what was rolled back', async () => {
    await write();
    await write(true);
    await write();
    expect(await pendingRows(test.db, 1)).toBe(8);
    expect(await sealJournal(test.db, now)).toBe(8);
    expect(await sealJournal(test.db, now)).toBe(0);
    expect(await chainEnd(test.db, 1)).toMatchObject({ block: 1, position: 8 });
    const sources = await many(
      test.db,
      sql<{ source: string; rows: number }>`
        select source, count(*)::int as rows from platform.journal_entry group by source order by source`,
    );
    expect(sources).toEqual([
      { source: 'action', rows: 2 },
      { source: 'event', rows: 4 },
      { source: 'read', rows: 2 },
    ]);
  });

  it('seals while a transaction that has written is still open, and that one’s rows afterwards', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let written: () => void = () => undefined;
    const hasWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const slow = inTransaction(test.db, async (tx) => {
      await recordAction(tx, context(), newUuidV7, { command: 'audit.prune-reads', subjectId: newUuidV7() });
      written();
      await held;
      return ok(null);
    });
    await hasWritten;
    await write();
    expect(await sealJournal(test.db, now)).toBe(4);
    release();
    await slow;
    expect(await sealJournal(test.db, now)).toBe(1);
  });

  it('gives every position once when several seal at the same time', async () => {
    await Promise.all(Array.from({ length: 12 }, () => write()));
    await Promise.all(Array.from({ length: 6 }, () => sealJournal(test.db, now)));
    await sealJournal(test.db, now);
    const { rows, last } = await one(
      test.db,
      sql<{ rows: number; last: number }>`
        select count(*)::int as rows, max(position)::int as last from platform.journal_entry`,
    );
    expect(rows).toBe(last);
    expect(await pendingRows(test.db, 1)).toBe(0);
  });

  it('killed in the middle has taken nothing: the next run seals all of it, once', async () => {
    await write();
    await sealJournal(test.db, now);
    const { position } = (await chainEnd(test.db, 1)) ?? { position: 0 };
    await write();
    const killed = test.db.transaction().execute(async (tx) => {
      expect(
        (await sql<{ rows: number }>`select platform.seal_journal(3, ${now}) as rows`.execute(tx)).rows,
      ).toEqual([{ rows: 3 }]);
      const { pid } = await one(tx, sql<{ pid: number }>`select pg_backend_pid() as pid`);
      await sql`select pg_terminate_backend(${pid}, 5000)`.execute(test.owner);
    });
    await expect(killed).rejects.toThrow(/terminat|connection/);
    expect(await chainEnd(test.db, 1)).toMatchObject({ position });
    expect(await pendingRows(test.db, 1)).toBe(4);
    expect(await sealJournal(test.db, now)).toBe(4);
    expect(await chainEnd(test.db, 1)).toMatchObject({ position: position + 4 });
  });

  it('is the only way in: the application may write neither entries, blocks, heads nor what waits', async () => {
    for (const table of [
      'journal_entry',
      'journal_block',
      'journal_head',
      'journal_pending',
      'journal_pruning',
    ]) {
      await expect(sql`delete from platform.${sql.ref(table)}`.execute(test.db)).rejects.toThrow(
        /permission/,
      );
    }
    const rowId = newUuidV7<'row'>();
    await expect(
      sql`insert into platform.journal_pending (jurisdiction, source, row_id) values (1, 'read', ${rowId})`.execute(
        test.db,
      ),
    ).rejects.toThrow(/permission/);
  });

  it('never seals another jurisdiction’s rows', async () => {
    const id = newUuidV7<'action'>() as Id<'action'>;
    await sql`
      insert into platform.action (jurisdiction, action_id, recorded_at, command, subject_id, request_id, actor_kind, facts)
      values (2, ${id}, ${now}, 'test.elsewhere', ${newUuidV7()}, ${newUuidV7()}, 'system', '{}')
    `.execute(test.owner);
    expect(await sealJournal(test.db, now)).toBe(0);
  });
});
