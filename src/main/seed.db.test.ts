import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../kernel/actor.ts';
import { readConfig } from '../platform/config.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { compose, type Product } from './compose.ts';
import { loadReferenceData } from './reference-data/load-reference-data.ts';
import { plainDate } from './reference-data/vocabulary.ts';
import { seedReferenceData } from './seed.ts';
import { seedDemo } from './seed-demo.ts';

const aKey = Buffer.alloc(32, 7).toString('base64');
const shipped = await loadReferenceData('data');
const today = plainDate.parse('2026-11-23');

describe('the facts of data/ in the database', () => {
  const test = useTestDatabase();
  let product: Product;

  beforeAll(async () => {
    product = await compose(
      readConfig({
        DATABASE_URL: test.url,
        MOTCUA_DATA: '/tmp',
        MOTCUA_SESSION_SECRET: aKey,
        MOTCUA_SEAL_KEYS: `test:${aKey}`,
        MOTCUA_INDEX_KEY: aKey,
        MOTCUA_CLOCK: '2026-11-23T08:00:00+07:00',
      }),
    );
    await seedReferenceData(product);
  });
  afterAll(() => product.close());

  it('change nothing when loaded again', async () => {
    expect(await seedReferenceData(product)).toEqual([
      expect.stringContaining('"written":0,'),
      expect.stringContaining('"added":0,"unchanged":1,'),
      'regimes: {"grounds":10,"extensions":1,"warnings":1}',
      expect.stringContaining(`"added":0,"unchanged":${shipped.processes.length},`),
      expect.stringContaining(`"added":[],"unchanged":${shipped.forms.length}`),
      expect.stringContaining(`"created":[],"replaced":[],"unchanged":${shipped.procedures.length},`),
    ]);
  });

  it.each(['co-chung-sinh', 'khong-chung-sinh'])(
    'put a process in force for a birth, case %s',
    async (caseKey) => {
      const { process } = product.modules;
      expect(await process.getProcessInForce(product.db, '1.001193', today, caseKey)).toMatchObject({
        ok: true,
        value: { name: 'Quy trình đăng ký khai sinh tại Ủy ban nhân dân cấp xã' },
      });
    },
  );

  it('put each procedure in force', async () => {
    const { catalogue } = product.modules;
    for (const code of ['1.001193', '1.013831', '2.000815', '2.002288']) {
      const version = await catalogue.getVersionInForce(product.db, product.jurisdiction, code, today);
      expect(version).toMatchObject({ ok: true, value: { code } });
    }
  });

  it('put the essential services on their list, once and from the day of the decision', async () => {
    const { catalogue } = product.modules;
    const codes = new Set(shipped.essentialServices.flatMap(({ procedure }) => procedure ?? []));
    expect(codes.size).toBeGreaterThan(10);
    for (const code of codes) {
      const version = await catalogue.getVersionInForce(product.db, product.jurisdiction, code, today);
      const lists = version.ok ? (version.value.lists ?? []) : [];
      expect([code, lists.filter(({ facts }) => facts.list === 'essential').length]).toEqual([code, 1]);
    }
  });

  it('bring people for every role', async () => {
    const accounts = await seedDemo(product, 'mot mat khau dai');
    expect(accounts.map((account) => account.role).sort()).toEqual(['citizen', ...roles].sort());
  });
});
