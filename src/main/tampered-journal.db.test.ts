import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../modules/audit/public.ts';
import { one, runScript } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { recordAction } from '../platform/journal.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { dayMs, later, useSealedDays } from './testing/sealed-days.ts';

const sealedTables = [
  'event',
  'action',
  'read',
  'journal_entry',
  'journal_block',
  'journal_head',
  'journal_pruning',
];

describe('a journal tampered with by the owner of the tables', () => {
  const test = useTestDatabase();
  const days = useSealedDays(test);
  const { world } = days;
  const audit = () => world.product.modules.audit;

  beforeAll(async () => {
    for (const table of sealedTables)
      await sql`create table public.${sql.ref(`kept_${table}`)} as table platform.${sql.ref(table)}`.execute(
        test.owner,
      );
  });

  const byOwner = (statement: string) =>
    runScript(
      test.owner,
      `set session_replication_role = replica; ${statement}; reset session_replication_role`,
    );
  const findings = async (): Promise<readonly Finding[]> => (await audit().queries.verify(later)).findings;
  const first = (source: string) =>
    one(
      test.owner,
      sql<{ id: string; position: number }>`
        select row_id as id, position from platform.journal_entry where source = ${source} order by position limit 1`,
    );

  afterEach(async () => {
    for (const table of sealedTables)
      await byOwner(
        `truncate platform.${table}; insert into platform.${table} select * from public.kept_${table}`,
      );
    expect(await findings()).toEqual([]);
  });

  it.each([
    ['event', `update platform.event set actor_id = 'somebody' where event_id = '$id'`],
    ['action', `update platform.action set facts = '{"a":1}' where action_id = '$id'`],
    [
      'read',
      `update platform.read set recorded_at = recorded_at + interval '1 microsecond' where read_id = '$id'`,
    ],
  ])('names the %s that was changed', async (source, statement) => {
    const { id, position } = await first(source);
    await byOwner(statement.replace('$id', id));
    expect(await findings()).toEqual([{ kind: 'row', source, rowId: id, position, fault: 'changed' }]);
  });

  it('names the row that was deleted', async () => {
    const { id, position } = await first('action');
    await byOwner(`delete from platform.action where action_id = '${id}'`);
    expect(await findings()).toEqual([
      { kind: 'row', source: 'action', rowId: id, position, fault: 'missing' },
    ]);
  });

  it('names the row that was slipped in past the application', async () => {
    const id = newUuidV7();
    await byOwner(`insert into platform.read (jurisdiction, read_id, recorded_at, query, subject_ids, actor_kind)
      values (1, '${id}', '2026-11-23', 'x', array[]::uuid[], 'system')`);
    expect(await findings()).toEqual([{ kind: 'inserted', source: 'read', rowId: id }]);
  });

  it.each(['event', 'action', 'read'])(
    'names the first row when the table %s was emptied',
    async (source) => {
      const { id, position } = await first(source);
      await runScript(test.owner, `truncate platform.${source}`);
      expect(await findings()).toEqual([{ kind: 'row', source, rowId: id, position, fault: 'missing' }]);
    },
  );

  it.each(['disable trigger note_pending', 'disable trigger all'])(
    'says so when new rows are noted no longer (%s), and names what was written meanwhile',
    async (how) => {
      await runScript(test.owner, `alter table platform.action ${how}`);
      expect(await findings()).toEqual([{ kind: 'unwatched', source: 'action' }]);
      const { dossierId: written } = await days.submit();
      await runScript(test.owner, `alter table platform.action enable trigger note_pending`);
      const { id } = await one(
        test.owner,
        sql<{ id: string }>`
          select action_id as id from platform.action where not exists (
            select from platform.journal_pending where row_id = action_id)
          and not exists (select from platform.journal_entry where row_id = action_id) order by recorded_at, action_id limit 1`,
      );
      expect(written).toBeTruthy();
      expect(await findings()).toEqual([{ kind: 'inserted', source: 'action', rowId: id }]);
      await runScript(test.owner, `truncate platform.journal_pending`);
    },
  );

  it('tells of a row that was written afterwards under an earlier moment, as the application would write it', async () => {
    const id = newUuidV7();
    await runScript(
      test.owner,
      `insert into platform.read (jurisdiction, read_id, recorded_at, query, subject_ids, actor_kind)
        values (1, '${id}', '2026-11-23T09:00:00+07:00', 'dossiers.office-dossier', array[]::uuid[], 'system')`,
    );
    await audit().commands.seal(new Date(later.getTime() + 60_000));
    const verdict = await audit().queries.verify(later);
    expect(verdict.findings).toEqual([]);
    expect(verdict.notices).toMatchObject([{ kind: 'backdated', source: 'read', rowId: id }]);
  });

  it('suspects no row of a sealer that stood still', async () => {
    const monthAfter = new Date(later.getTime() + 30 * dayMs);
    const ctx = { ...world.as({ kind: 'system', task: 'test' }), now: new Date(later.getTime() + dayMs) };
    await test.db
      .transaction()
      .execute((tx) =>
        recordAction(tx, ctx, newUuidV7, { command: 'audit.prune-reads', subjectId: newUuidV7() }),
      );
    await audit().commands.seal(monthAfter);
    expect(await audit().queries.verify(later)).toMatchObject({ findings: [], notices: [] });
  });

  it.each([
    ['when it was sealed', `set sealed_at = sealed_at - interval '1 second'`],
    [
      'its format, with a hash that fits that',
      `set format = 1, hash = platform.block_hash(previous, first_position, root)`,
    ],
    ['its format, to one that nothing is known of', `set format = 3`],
  ])('names the last block when somebody changed %s', async (_what, change) => {
    await runScript(
      test.owner,
      'alter table platform.journal_block drop constraint if exists journal_block_format_check',
    );
    await byOwner(
      `update platform.journal_block ${change} where block = (select max(block) from platform.journal_block)`,
    );
    expect(await findings()).toMatchObject([{ kind: 'block', block: 3 }]);
  });

  it('tells of a block that was sealed under an earlier moment than the one before it, which hides what its rows claim', async () => {
    const id = newUuidV7();
    await runScript(
      test.owner,
      `insert into platform.read (jurisdiction, read_id, recorded_at, query, subject_ids, actor_kind)
        values (1, '${id}', '2026-11-20T09:00:00+07:00', 'dossiers.office-dossier', array[]::uuid[], 'system')`,
    );
    await audit().commands.seal(new Date('2026-11-20T09:00:01+07:00'));
    const { notices } = await audit().queries.verify(later);
    expect(notices).toMatchObject([{ kind: 'clock-back', block: 4 }]);
    expect(await audit().commands.stampHeads(later)).toBe(0);
    expect(await audit().queries.waitingDays(later)).toEqual([]);
    const [notice] = notices;
    const position = notice?.kind === 'clock-back' ? notice.position : 0;
    const explained = { positions: [[position, position] as const], days: [] };
    expect((await audit().queries.verify(later, { explained })).notices).toEqual([]);
  });

  it('names what was slipped in with an entry of its own where no block reaches', async () => {
    await byOwner(`insert into platform.read (jurisdiction, read_id, recorded_at, query, subject_ids, actor_kind)
      values (1, '00000000-0000-7000-8000-000000000001', '2026-11-23', 'x', array[]::uuid[], 'system');
      insert into platform.journal_entry (jurisdiction, position, source, row_id, digest)
      select 1, -1, 'read', read_id, platform.journal_digest(platform.read_text(r)) from platform.read r
      where read_id = '00000000-0000-7000-8000-000000000001'`);
    expect(await findings()).toMatchObject([{ kind: 'unchained', entries: 1 }]);
  });

  it.each([
    ['a pruning of which no action tells', 0, { kind: 'pruning', fault: 'unrecorded' }],
    ['more gone than was forgotten', -1, { kind: 'pruning', fault: 'more', readings: 1 }],
  ])('tells of %s', async (_what, less, told) => {
    await byOwner(`delete from platform.read; insert into platform.journal_pruning
      (jurisdiction, pruning_id, up_to_position, pruned, pruned_at)
      select 1, '00000000-0000-7000-8000-000000000002', max(position), count(*) filter (where source = 'read') + ${less}, '2026-11-25'
      from platform.journal_entry`);
    expect(await findings()).toContainEqual(expect.objectContaining(told));
  });

  it('names the block when a row was deleted together with its entry', async () => {
    const { id, position } = await first('read');
    await byOwner(`delete from platform.read where read_id = '${id}';
      delete from platform.journal_entry where position = ${position}`);
    expect(await findings()).toMatchObject([{ kind: 'block', block: 1 }]);
  });

  it('tells of the head that is left when the tail was cut off', async () => {
    await byOwner(`delete from platform.journal_block where block > 1;
      delete from platform.journal_entry where position > (select last_position from platform.journal_block);
      delete from platform.event e where not exists (select from platform.journal_entry j where j.row_id = e.event_id);
      delete from platform.action a where not exists (select from platform.journal_entry j where j.row_id = a.action_id);
      delete from platform.read r where not exists (select from platform.journal_entry j where j.row_id = r.read_id)`);
    expect(await findings()).toMatchObject([{ kind: 'head', fault: 'cut', day: '2026-11-24' }]);
  });

  /** Forges the chain anew over rows as they are now, exactly as the sealer would. */
  const chainAnew = `
    update platform.journal_entry e set digest = platform.journal_digest(platform.action_text(a))
    from platform.action a where a.action_id = e.row_id and e.source = 'action';
    update platform.journal_block b set root = (select sha256(string_agg(e.digest, ''::bytea order by e.position))
      from platform.journal_entry e where e.position between b.first_position and b.last_position);
    do $$ declare b platform.journal_block; before bytea := ''; begin
      for b in select * from platform.journal_block order by block loop
        update platform.journal_block set previous = before where block = b.block;
        update platform.journal_block n set hash = platform.block_hash(n) where block = b.block returning hash into before;
      end loop;
    end $$`;

  it('tells of the heads when a row was changed and everything chained anew', async () => {
    const { id } = await first('action');
    await byOwner(`update platform.action set actor_id = 'somebody' where action_id = '${id}'; ${chainAnew}`);
    expect(await findings()).toMatchObject([
      { kind: 'head', fault: 'rewritten', day: '2026-11-24' },
      { kind: 'head', fault: 'rewritten', day: '2026-11-23' },
    ]);
  });

  it('tells of the stamps when the heads were rewritten with the chain', async () => {
    const { id } = await first('action');
    await byOwner(`update platform.action set actor_id = 'somebody' where action_id = '${id}'; ${chainAnew};
      update platform.journal_head h set hash = b.hash from platform.journal_block b where b.block = h.block`);
    expect(await findings()).toMatchObject([
      { kind: 'head', fault: 'stamp', day: '2026-11-24' },
      { kind: 'head', fault: 'stamp', day: '2026-11-23' },
    ]);
  });

  it('names the block in which two rows changed places', async () => {
    const { position } = await first('action');
    const { position: other } = await first('event');
    const moved = [
      `-1 where position = ${position}`,
      `${position} where position = ${other}`,
      `${other} where position = -1`,
    ];
    await byOwner(moved.map((each) => `update platform.journal_entry set position = ${each}`).join(';'));
    expect(await findings()).toMatchObject([{ kind: 'block', block: 1 }]);
  });

  it.each([
    ['one is gone', `delete from platform.journal_head where day = '2026-11-24'`, ['2026-11-24']],
    [
      'all are gone and everything is chained anew over a changed row',
      `update platform.action set actor_id = 'somebody'; ${chainAnew}; truncate platform.journal_head`,
      ['2026-11-24', '2026-11-23'],
    ],
    [
      'nothing at all is left',
      sealedTables.map((table) => `truncate platform.${table}`).join(';'),
      ['2026-11-24', '2026-11-23'],
    ],
  ])('tells of heads that others have kept when %s', async (_what, statement, days) => {
    const { items } = await audit().queries.heads();
    const kept = items.map(({ day, position, hash }) => ({ day, position, hash }));
    await byOwner(statement);
    const verdict = await audit().queries.verify(later, { published: kept });
    const told = verdict.findings.map((finding) => (finding.kind === 'head' ? finding.day : finding));
    expect(new Set(told)).toEqual(new Set(days));
  });
});
