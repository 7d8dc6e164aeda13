import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor } from '../kernel/actor.ts';
import { checkExport, type Finding } from '../modules/audit/public.ts';
import { one, runScript } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aTestConfig, morning } from './testing/test-config.ts';
import { useTimestampSimulator } from './testing/timestamp-simulator.ts';
import { timestampAuthorities } from './timestamp-authority.ts';

const dayMs = 86_400_000;
const tomorrow = new Date(morning.getTime() + dayMs);
const later = new Date(morning.getTime() + 2 * dayMs);

const sealedTables = ['event', 'action', 'read', 'journal_entry', 'journal_block', 'journal_head'];

describe('the sealed journal', () => {
  const test = useTestDatabase();
  const simulator = useTimestampSimulator(later);
  const world = useSeededProduct(test, () => ({ baseUrl: simulator.baseUrl }));
  const audit = () => world.product.modules.audit;
  let citizen: CitizenActor;
  let dossierId: string;
  let code: string;

  async function submit() {
    const { commands, queries } = world.product.modules.dossiers;
    const draftId = await aBirthDraft(world, test, citizen);
    const { version } = must(await queries.getDraft(world.as(citizen), draftId));
    const draft = { draftId, expectedVersion: version };
    return must(await commands.submitDraft(world.as(citizen), draft));
  }

  beforeAll(async () => {
    citizen = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    ({ dossierId, code } = await submit());
    must(await world.product.modules.dossiers.queries.getMyDossier(world.as(citizen), dossierId));
    await audit().commands.seal(morning);
    await submit();
    await audit().commands.seal(tomorrow);
    await audit().commands.stampHeads(later);
    await submit();
    await audit().commands.seal(later);
    for (const table of sealedTables)
      await sql`create table public.${sql.ref(`kept_${table}`)} as table platform.${sql.ref(table)}`.execute(
        test.owner,
      );
  }, 120_000);

  it('stands, and tells how much lies under stamped heads and how much is still open', async () => {
    const { sealed } = await one(
      test.owner,
      sql<{ sealed: number }>`
        select (select count(*) from platform.event) + (select count(*) from platform.action)
          + (select count(*) from platform.read) as sealed`,
    );
    const verdict = await audit().queries.verify(later);
    expect(verdict).toMatchObject({ findings: [], heads: 2, lastHead: '2026-11-24', sealedRows: sealed });
    expect(verdict.openRows).toBeGreaterThan(0);
    expect(verdict.waitingRows).toBe(0);
  });

  it('stamps no day twice and none before it has ended', async () => {
    expect(await audit().commands.stampHeads(later)).toBe(0);
    expect((await audit().queries.heads()).items.map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-23']);
  });

  describe('tampered with by the owner of the tables', () => {
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
          update platform.journal_block set previous = before, hash = platform.block_hash(before, first_position, root)
          where block = b.block returning hash into before;
        end loop;
      end $$`;

    it('tells of the heads when a row was changed and everything chained anew', async () => {
      const { id } = await first('action');
      await byOwner(
        `update platform.action set actor_id = 'somebody' where action_id = '${id}'; ${chainAnew}`,
      );
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
      const verdict = await audit().queries.verify(later, kept);
      const told = verdict.findings.map((finding) => (finding.kind === 'head' ? finding.day : finding));
      expect(new Set(told)).toEqual(new Set(days));
    });
  });

  it('shows people who read their dossier, and nobody else', async () => {
    const counter = await world.officer('tiepnhan.tanninh');
    must(await world.product.modules.dossiers.queries.getOfficeDossier(world.as(counter), dossierId));
    const { items } = must(await audit().queries.accesses(world.as(citizen), dossierId));
    expect(items[0]).toMatchObject({
      query: 'dossiers.office-dossier',
      own: false,
      reader: {
        kind: 'officer',
        name: 'Lê Thị Ngọc Huyền',
        title: expect.any(String),
        unit: expect.any(String),
      },
    });
    const other = await world.citizen('Lê Văn Khác', '072195999002', '0530000052');
    expect(await audit().queries.accesses(world.as(other), dossierId)).toMatchObject({
      ok: false,
      refusal: { kind: 'not-found' },
    });
    expect(await audit().queries.accesses(world.as(counter), dossierId)).toMatchObject({ ok: false });
  });

  it('is searched by those who may only, by person, dossier and day; looking is a reading too', async () => {
    const administrator = world.as(await world.officer('quantri'));
    const counter = world.as(await world.officer('tiepnhan.tanninh'));
    expect(await audit().queries.search(counter, {})).toMatchObject({
      ok: false,
      refusal: { type: 'audit.not-allowed' },
    });
    const { items } = must(await audit().queries.search(administrator, { subject: code, source: 'action' }));
    expect(items.map(({ name }) => name)).toEqual(['dossiers.submit-draft']);
    const byOfficer = must(
      await audit().queries.search(administrator, { login: 'tiepnhan.tanninh', name: 'dossiers.' }),
    );
    expect(new Set(byOfficer.items.map(({ actor }) => actor.name))).toEqual(new Set(['Lê Thị Ngọc Huyền']));
    expect(must(await audit().queries.search(administrator, { to: '2026-11-22' })).items).toEqual([]);
    expect(await audit().queries.search(administrator, { login: 'ai', subject: code })).toMatchObject({
      ok: false,
      refusal: { fields: [{ pointer: '/login', type: 'audit.login-unknown' }] },
    });
    const looked = must(await audit().queries.search(administrator, { login: 'quantri', source: 'read' }));
    expect(looked.items.map(({ name }) => name)).toContain('audit.search');
  });

  it('is exported with its proof, which holds without the database and breaks with any word of it', async () => {
    const ctx = world.as(await world.officer('quantri'));
    const lines: string[] = [];
    for await (const line of must(await audit().queries.export(ctx, { subject: code })))
      lines.push(JSON.stringify(line));
    const config = aTestConfig('postgres://nowhere', 'nowhere');
    const authorities = timestampAuthorities(config);
    const verdict = await checkExport(each(lines), authorities);
    expect(verdict).toMatchObject({ provenBy: '2026-11-23', fault: undefined });
    expect(verdict.rows).toBeGreaterThan(0);

    for (const [index, line] of lines.entries()) {
      const wrong = line.replace(/[0-9](?=[^0-9]*$)/, (digit) => String((Number(digit) + 1) % 10));
      if (wrong === line) continue;
      const forged = await checkExport(each(lines.with(index, wrong)), authorities);
      expect([index, forged.fault]).toEqual([index, expect.anything()]);
    }
    const strangers = timestampAuthorities({ ...config, stampKey: Buffer.alloc(32, 9) });
    expect(await checkExport(each(lines), strangers)).toMatchObject({ fault: { kind: 'stamp' } });
    expect(await checkExport(each(['{"kind":"row"}']), authorities)).toMatchObject({
      fault: { kind: 'unreadable', at: 1 },
    });
  });

  it('forgets readings only after a year, only under a stamped head, and still stands', async () => {
    const system = {
      ...world.as({ kind: 'system', task: 'test' }),
      now: new Date('2028-01-10T08:00:00+07:00'),
    };
    expect(await audit().commands.pruneReads(system, new Date('2027-06-01'))).toMatchObject({
      ok: false,
      refusal: { type: 'audit.too-young' },
    });
    const counter = world.as(await world.officer('tiepnhan.tanninh'));
    expect(await audit().commands.pruneReads(counter, new Date('2020-01-01'))).toMatchObject({
      ok: false,
      refusal: { kind: 'forbidden' },
    });
    const { pruned } = must(await audit().commands.pruneReads(system, new Date('2026-12-31')));
    expect(pruned).toBeGreaterThan(0);
    await audit().commands.seal(later);
    expect((await audit().queries.verify(later)).findings).toEqual([]);
  });
});

async function* each(lines: readonly string[]) {
  yield* lines;
}
