import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainDateOf } from '../kernel/plain-date.ts';
import { headText } from '../modules/audit/core/head-text.ts';
import { runScript } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { recordAction } from '../platform/journal.ts';
import { daysWithoutHead, recordHead } from '../platform/journal-seal.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { requestTimestamp } from '../platform/timestamp/timestamp-client.ts';
import { keyAuthority } from './key-authority.ts';
import { headsStamped } from './readiness.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aTestConfig, morning } from './testing/test-config.ts';
import { useTimestampSimulator } from './testing/timestamp-simulator.ts';
import { timestampAuthorities } from './timestamp-authority.ts';
import { timestampFaults } from './timestamp-simulator/faults.ts';
import { timestampSimulatorPath } from './timestamp-simulator/timestamp-routes.ts';

const dayMs = 86_400_000;
const later = (days: number) => new Date(morning.getTime() + days * dayMs);
const dayOf = (days: number) => plainDateOf(later(days));
const config = aTestConfig('postgres://nowhere', 'nowhere');
const fixture = (name: string) => new URL(`../platform/timestamp/testing/openssl/${name}`, import.meta.url);

describe('a timestamp authority behind the journal', () => {
  const test = useTestDatabase();
  const simulator = useTimestampSimulator(later(1));
  const world = useSeededProduct(test, () => ({ baseUrl: simulator.baseUrl }));
  const audit = () => world.product.modules.audit;

  async function workOn(day: number) {
    const ctx = world.as({ kind: 'system', task: 'test' }, later(day));
    await test.db
      .transaction()
      .execute((tx) =>
        recordAction(tx, ctx, newUuidV7, { command: 'audit.prune-reads', subjectId: newUuidV7() }),
      );
    await audit().commands.seal(later(day));
  }

  beforeAll(() => workOn(0));

  it.each(timestampFaults.filter((fault) => fault !== 'slow'))(
    'takes nothing from one that is %s: the head waits, and who asks is told',
    async (fault) => {
      await simulator.fail(fault);
      await expect(audit().commands.stampHeads(later(1))).rejects.toThrow(/^\w+: /);
      expect((await audit().queries.heads()).items).toEqual([]);
      expect(await audit().queries.verify(later(1))).toMatchObject({
        findings: [],
        heads: 0,
        waitingDays: ['2026-11-23'],
      });
      expect(await headsStamped(audit(), () => later(1)).check()).toMatch(/1 days .* 2026-11-23/);
    },
  );

  it('does not wait for one that never answers, and follows nobody elsewhere', async () => {
    await simulator.fail('slow');
    const service = { url: new URL(timestampSimulatorPath, simulator.baseUrl), anchors: [], timeoutMs: 100 };
    await expect(requestTimestamp(service, Buffer.alloc(32), morning)).rejects.toThrow(
      /^unreachable: TimeoutError/,
    );
    const page = new URL(`${timestampSimulatorPath}/kieu.css`, simulator.baseUrl);
    await expect(requestTimestamp({ ...service, url: page }, Buffer.alloc(32), morning)).rejects.toThrow(
      /^unreachable: status 404/,
    );
  });

  it('stamps what waited as soon as it answers, oldest first, and tells that it was late', async () => {
    await workOn(1);
    await simulator.fail('down');
    simulator.at = later(4);
    await expect(audit().commands.stampHeads(later(4))).rejects.toThrow(/^unreachable: status 503/);
    await simulator.fail();
    expect(await audit().commands.stampHeads(later(4))).toBe(2);
    const verdict = await audit().queries.verify(later(4));
    expect(verdict).toMatchObject({ findings: [], heads: 2, waitingDays: [] });
    expect(verdict.notices.map((notice) => notice.kind === 'late-head' && notice.day)).toEqual([
      '2026-11-24',
      '2026-11-23',
    ]);
    expect(await headsStamped(audit(), () => later(4)).check()).toBeUndefined();
  });

  it('publishes what anybody needs to check a stamp with another tool', async () => {
    const head = await audit().queries.head(dayOf(1));
    expect(head).toMatchObject({ stampKind: 'token', authority: 'rfc3161-mo-phong' });
    expect(head?.text).toMatch(/^motcua-journal-head 1 1 2026-11-24 \d+ [0-9a-f]{64}$/);
    expect(audit().queries.anchors()).toMatch(/^-----BEGIN CERTIFICATE-----/);
  });

  it('leaves the heads proved that the installation’s own key has stamped', async () => {
    await workOn(5);
    const [due] = await daysWithoutHead(test.db, 1, dayOf(6));
    if (!due) throw new Error('no day is due');
    const own = keyAuthority(config);
    const stamped = await own.stamp(headText({ jurisdiction: 1, ...due }), later(6));
    await recordHead(test.db, { day: due.day, block: due.block, authority: own.name, ...stamped });
    await workOn(6);
    simulator.at = later(7);
    expect(await audit().commands.stampHeads(later(7))).toBe(1);
    const verdict = await audit().queries.verify(later(7));
    expect(verdict).toMatchObject({ findings: [], heads: 4 });
    // Whoever has the key could have written them anew, at any moment: that is told.
    expect(verdict.notices.at(-1)).toEqual({ kind: 'own-key', heads: 1, day: dayOf(5) });
  });

  it.each([
    [
      'the moment beside the stamp',
      `set stamped_at = stamped_at - interval '1 day' where day = '2026-11-23'`,
      'time',
    ],
    ['the day', `set day = '2026-11-20' where day = '2026-11-23'`, 'stamp'],
    [
      'the stamp of another day',
      `set stamp = (select o.stamp from platform.journal_head o where o.day = '2026-11-24')
      where day = '2026-11-23'`,
      'stamp',
    ],
    ['what stands behind the stamp', `set stamp = stamp || 'AAAA' where day = '2026-11-23'`, 'stamp'],
    [
      'one letter of the stamp',
      `set stamp = overlay(stamp placing 'AAAA' from 1200) where day = '2026-11-23'`,
      'stamp',
    ],
    ['the authority', `set authority = 'khoa-he-thong' where day = '2026-11-23'`, 'stamp'],
  ])('is found to be misquoted when the owner changes %s', async (_, change, fault) => {
    await runScript(
      test.owner,
      `create table public.kept_head as table platform.journal_head;
      update platform.journal_head ${change}`,
    );
    const { findings } = await audit().queries.verify(later(7));
    await runScript(
      test.owner,
      `truncate platform.journal_head; insert into platform.journal_head select * from public.kept_head;
      drop table public.kept_head`,
    );
    expect(findings).toMatchObject([{ kind: 'head', fault }]);
  });
});

describe('whose stamps are believed', () => {
  const text = readFileSync(fixture('head.txt'), 'utf8');
  const stamp = readFileSync(fixture('rsa.tsr')).toString('base64');
  const timestamp = {
    url: new URL('https://tsa.example.gov.vn/'),
    anchorsFile: fileURLToPath(fixture('rsa-root.pem')),
    policy: undefined,
  };

  it('is the configured authority first, then the installation’s key', () => {
    const [first, ...others] = timestampAuthorities({ ...config, mode: 'production', timestamp });
    expect([first, ...others].map(({ name }) => name)).toEqual(['rfc3161', 'khoa-he-thong']);
    expect(first.verify(text, stamp)?.toISOString()).toMatch(/^2026-11-26T13:/);
    expect(first.verify(`${text} `, stamp)).toBeUndefined();
    expect(first.verify(text, 'nonsense')).toBeUndefined();
  });

  it('is never the simulator in production', () => {
    const names = timestampAuthorities({ ...config, mode: 'production' }).map(({ name }) => name);
    expect(names).toEqual(['khoa-he-thong']);
    expect(timestampAuthorities(config)[0].name).toBe('rfc3161-mo-phong');
  });

  it('needs anchors that are certificates', () => {
    const wrong = { ...timestamp, anchorsFile: fileURLToPath(fixture('README.md')) };
    expect(() => timestampAuthorities({ ...config, timestamp: wrong })).toThrow(/không có chứng thư/);
  });
});
