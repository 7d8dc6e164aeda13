import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { readStream } from './journal.ts';
import { type JournalFilter, searchJournal } from './journal-search.ts';
import { useReadCounter } from './testing/table-reads.ts';
import { useTestDatabase } from './testing/test-database.ts';

const page = 51;
const morning = new Date('2026-11-23T08:00:00+07:00');
const idOf = (kind: string, n: number) => `${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`;
const subject = (n: number) => idOf('00000001', n);
const actor = (n: number) => idOf('00000002', n);

describe('a journal of 300,000 rows, as the application role under its wall', () => {
  const test = useTestDatabase();
  const counter = useReadCounter(test);

  // A row a minute by 100 people about 5,000 things; whatever is looked at with them is in every hundredth. Thing 7 is read by everybody.
  beforeAll(async () => {
    const ids = (kind: string, n: string) =>
      sql.raw(`('${kind}-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`);
    const at = sql`${morning}::timestamptz - n * interval '1 minute'`;
    await sql`
      insert into platform.read (jurisdiction, read_id, recorded_at, query, subject_ids, actor_kind, actor_id)
      select 1, ${ids('00000003', 'n')}, ${at}, 'dossiers.office-dossier',
        array[${ids('00000001', 'n % 5000')}] || case when n % 4 = 0 then array[${ids('00000001', '7')}] else '{}' end,
        'officer', ${ids('00000002', 'n % 100')}
      from generate_series(1, 100000) n`.execute(test.owner);
    await sql`
      insert into platform.action (jurisdiction, action_id, recorded_at, command, subject_id, request_id, actor_kind, actor_id, facts)
      select 1, ${ids('00000004', 'n')}, ${at}, 'dossiers.accept', ${ids('00000001', 'n % 5000')}, ${ids('00000004', 'n')}, 'officer',
        ${ids('00000002', 'n % 100')}, '{}'
      from generate_series(1, 100000) n`.execute(test.owner);
    await sql`
      insert into platform.event (jurisdiction, stream_id, seq, event_id, type, version, recorded_at, request_id, actor_kind, payload)
      select 1, ${ids('00000001', 'n % 5000')}, n / 5000 + 1, ${ids('00000005', 'n')}, 'dossiers.accepted', 1, ${at},
        ${ids('00000005', 'n')}, 'system', '{}'
      from generate_series(1, 100000) n`.execute(test.owner);
    await sql`analyze platform.read, platform.action, platform.event`.execute(test.owner);
  }, 120_000);

  const search = (filter: JournalFilter, after?: readonly [string, string]) =>
    searchJournal(counter.db, 1, filter, after, page);
  const readsOf = async (work: () => Promise<unknown>) => {
    const reads = await counter.during(work);
    return (['read', 'action', 'event'] as const).map((table) => {
      const told = reads.get(`platform.${table}`);
      expect([table, told?.wholeTable]).toEqual([table, 0]);
      return told?.byIndex ?? 0;
    });
  };

  it('a history is read by its own rows and no others', async () => {
    expect(await readsOf(() => readStream(counter.db, 1, subject(11)))).toEqual([0, 0, 20]);
  });

  it.each<[string, JournalFilter, number]>([
    ['who read my file', { source: 'read', subjectIds: [subject(11)] }, 20],
    ['who read my file and its papers', { source: 'read', subjectIds: [11, 12, 13, 4999].map(subject) }, 80],
    ['who read what nobody read', { source: 'read', subjectIds: [subject(70_000)] }, 0],
    ['one thing', { subjectIds: [subject(11)] }, 40],
    ['one thing of one person', { subjectIds: [subject(11)], actorId: actor(11) }, 40],
    ['one thing in a week', { subjectIds: [subject(11)], from: new Date('2026-11-16'), to: morning }, 40],
    ['one person', { actorId: actor(11) }, 2 * page],
    [
      'one person on a day',
      { actorId: actor(11), from: new Date('2026-11-20'), to: new Date('2026-11-21') },
      2 * page,
    ],
    ['nobody', { actorId: actor(4711) }, 0],
    ['a day', { from: new Date('2026-10-20'), to: new Date('2026-10-21') }, 2 * page],
    ['everything', {}, 2 * page],
  ])('%s: a page reads what it shows', async (_, filter, most) => {
    for (const after of [undefined, ['2026-11-01T00:00:00+07:00', idOf('ffffffff', 0)] as const]) {
      const [read = 0, action = 0] = await readsOf(() => search(filter, after));
      expect(read + action).toBeLessThanOrEqual(most);
    }
  });

  it('who read what everybody reads is no walk of the whole either', async () => {
    const [read] = await readsOf(() => search({ source: 'read', subjectIds: [subject(7)] }));
    expect(read).toBeLessThanOrEqual(26_000);
  });

  it('finds the same rows in pages as at once', async () => {
    const filter = { subjectIds: [subject(11)] };
    const all = await search(filter);
    const middle = all[9];
    const rest = await search(filter, middle && [middle.sortKey, middle.rowId]);
    expect(rest.map(({ rowId }) => rowId)).toEqual(all.slice(10).map(({ rowId }) => rowId));
    expect(all.length).toBe(40);
  });
});
