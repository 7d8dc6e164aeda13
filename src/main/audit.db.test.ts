import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { checkExport } from '../modules/audit/public.ts';
import { one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { later, useSealedDays } from './testing/sealed-days.ts';
import { aTestConfig } from './testing/test-config.ts';
import { timestampAuthorities } from './timestamp-authority.ts';

describe('the sealed journal', () => {
  const test = useTestDatabase();
  const days = useSealedDays(test);
  const { world } = days;
  const audit = () => world.product.modules.audit;

  it('stands, and tells how much lies under stamped heads and how much is still open', async () => {
    const { sealed } = await one(
      test.owner,
      sql<{ sealed: number }>`
        select (select count(*) from platform.event) + (select count(*) from platform.action)
          + (select count(*) from platform.read) as sealed`,
    );
    const verdict = await audit().queries.verify(later);
    expect(verdict).toMatchObject({
      findings: [],
      notices: [],
      heads: 2,
      lastHead: '2026-11-24',
      sealedRows: sealed,
    });
    expect(verdict.openRows).toBeGreaterThan(0);
    expect(verdict.waitingRows).toBe(0);
  });

  it('stamps no day twice and none before it has ended', async () => {
    expect(await audit().commands.stampHeads(later)).toBe(0);
    expect((await audit().queries.heads()).items.map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-23']);
  });

  it('shows people who read their dossier, and nobody else', async () => {
    const counter = await world.officer('tiepnhan.tanninh');
    must(await world.product.modules.dossiers.queries.getOfficeDossier(world.as(counter), days.dossierId));
    const { items } = must(await audit().queries.accesses(world.as(days.citizen), days.dossierId));
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
    expect(await audit().queries.accesses(world.as(other), days.dossierId)).toMatchObject({
      ok: false,
      refusal: { kind: 'not-found' },
    });
    expect(await audit().queries.accesses(world.as(counter), days.dossierId)).toMatchObject({ ok: false });
  });

  it('is searched by those who may only, by person, dossier and day; looking is a reading too', async () => {
    const administrator = world.as(await world.officer('quantri'));
    const counter = world.as(await world.officer('tiepnhan.tanninh'));
    expect(await audit().queries.search(counter, {})).toMatchObject({
      ok: false,
      refusal: { type: 'audit.not-allowed' },
    });
    const { items } = must(
      await audit().queries.search(administrator, { subject: days.code, source: 'action' }),
    );
    expect(items.map(({ name }) => name)).toEqual(['dossiers.submit-draft']);
    const byOfficer = must(
      await audit().queries.search(administrator, { login: 'tiepnhan.tanninh', name: 'dossiers.' }),
    );
    expect(new Set(byOfficer.items.map(({ actor }) => actor.name))).toEqual(new Set(['Lê Thị Ngọc Huyền']));
    expect(must(await audit().queries.search(administrator, { to: '2026-11-22' })).items).toEqual([]);
    expect(await audit().queries.search(administrator, { login: 'ai', subject: days.code })).toMatchObject({
      ok: false,
      refusal: { fields: [{ pointer: '/login', type: 'audit.login-unknown' }] },
    });
    const looked = must(await audit().queries.search(administrator, { login: 'quantri', source: 'read' }));
    expect(looked.items.map(({ name }) => name)).toContain('audit.search');
  });

  it('is exported with its proof, which holds without the database and breaks with any word of it', async () => {
    const ctx = world.as(await world.officer('quantri'));
    const lines: string[] = [];
    for await (const line of must(await audit().queries.export(ctx, { subject: days.code })))
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
    const rows = lines.flatMap((line, index) => (JSON.parse(line).kind === 'row' ? [index] : []));
    for (const index of rows)
      expect(await checkExport(each(lines.toSpliced(index, 1)), authorities)).toMatchObject({
        fault: { kind: 'count', at: rows.length },
      });
    const [one = 0, other = 0] = rows;
    const twice = lines.with(other, lines[one] ?? '');
    expect(await checkExport(each(twice), authorities)).toMatchObject({ fault: { kind: 'row' } });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ asked: { subjectIds: [days.dossierId] }, cut: false });
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
    const asked = async () => must(await audit().commands.pruneReads(system, new Date('2026-12-31'))).pruned;
    // Nothing sealed says yet that a year has passed, whatever whoever asks says.
    expect(await asked()).toBe(0);
    await days.submit(system.now);
    await audit().commands.seal(system.now);
    expect(await asked()).toBeGreaterThan(0);
    await audit().commands.seal(system.now);
    expect((await audit().queries.verify(system.now)).findings).toEqual([]);
  });
});

async function* each(lines: readonly string[]) {
  yield* lines;
}
