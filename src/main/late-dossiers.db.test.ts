import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, OfficerActor } from '../kernel/actor.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { createServer } from './server.ts';

import { aMaritalStatusDossier } from './testing/marital-status.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aServedApp, aServerConfig, builtWeb } from './testing/served-app.ts';
import { morning } from './testing/test-config.ts';

const at = (text: string) => new Date(`${text}:00+07:00`);

/** Received in two communes on Monday 23/11/2026 at 08:30, promised for Friday 27/11 17:00. */
describe('the list of late dossiers', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  let officers: Readonly<
    Record<'counter' | 'specialist' | 'away' | 'control' | 'administrator', OfficerActor>
  >;
  let ours: string;
  let theirs: string;

  beforeAll(async () => {
    officers = {
      counter: await world.officer('tiepnhan.tanninh'),
      specialist: await world.officer('hotich.tanninh'),
      away: await world.officer('tiepnhan.tanbien'),
      control: await world.officer('kiemsoat.tthc'),
      administrator: await world.officer('quantri'),
    };
    ours = await aMaritalStatusDossier(world, officers.counter, morning);
    theirs = await aMaritalStatusDossier(world, officers.away, morning, 'xa-tan-bien');
  }, 60_000);

  const list = async (who: keyof typeof officers, now: string, filter = {}) =>
    must(await world.product.modules.dossiers.queries.lateDossiers(world.as(officers[who], at(now)), filter));
  const idsOf = ({ items }: Awaited<ReturnType<typeof list>>) => items.map((row) => row.dossierId);

  it('is empty at the promised hour, and has the dossier after it', async () => {
    expect(idsOf(await list('counter', '2026-11-27T17:00'))).toEqual([]);
    expect(idsOf(await list('counter', '2026-11-30T09:00'))).toEqual([ours]);
  });

  it('says how late in working time, which step of which unit caused it and by how much', async () => {
    const [row] = (await list('counter', '2026-11-30T09:00')).items;
    // Monday 07:00 to 09:00; the specialist's step has had the dossier since it was received.
    expect(row).toMatchObject({
      promisedAt: at('2026-11-27T17:00').toISOString(),
      lateMinutes: 120,
      cause: { unit: { name: expect.stringContaining('Tân Ninh') } },
    });
    expect(row?.cause?.overMinutes).toBeGreaterThan(0);
    const clock = must(
      await world.product.modules.dossiers.queries.clockPage(
        world.as(officers.counter, at('2026-11-30T09:00')),
        ours,
      ),
    );
    const cause = clock.steps.find(({ isCause }) => isCause);
    expect(row?.cause).toEqual({
      stepName: cause?.stepName,
      unit: cause?.unit,
      overMinutes: cause?.overMinutes,
    });
  });

  it('shows each office its own, procedure control all, and an administrator nothing', async () => {
    const when = '2026-11-30T09:00';
    expect(idsOf(await list('specialist', when))).toEqual([ours]);
    expect(idsOf(await list('away', when))).toEqual([theirs]);
    expect(idsOf(await list('control', when)).sort()).toEqual([ours, theirs].sort());
    const refused = await world.product.modules.dossiers.queries.lateDossiers(
      world.as(officers.administrator, at(when)),
      {},
    );
    expect(refused).toMatchObject({ refusal: { type: 'dossiers.not-allowed' } });
  });

  it('leaves as a file for a spreadsheet, within what the officer may see', async () => {
    const clock = at('2026-11-30T09:00');
    let actor: Actor = { ...officers.counter, provedAt: clock };
    const server = await createServer({
      config: aServerConfig(),
      app: aServedApp({
        clock: () => clock,
        modules: world.product.modules,
        resolveSession: async () => ({ actor, expired: false, displayName: 'Huyền' }),
      }),
      web: await builtWeb(),
    });
    const file = await server.inject({ url: '/can-bo/tre-han/xuat.csv' });
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [heading, row, ...more] = file.body.trim().split('\r\n');
    expect(heading).toContain('Mã hồ sơ');
    const [mine] = (await list('counter', '2026-11-30T09:00')).items;
    expect(row).toContain(mine?.code);
    expect(row).toContain(mine?.cause?.unit.name);
    expect(more).toEqual([]);
    actor = officers.administrator;
    expect((await server.inject({ url: '/can-bo/tre-han/xuat.csv' })).statusCode).toBe(403);
  });

  it('is narrowed to who decides and to who caused the delay', async () => {
    const when = '2026-11-30T09:00';
    const { items, units, causes } = await list('control', when);
    const mine = items.find((row) => row.dossierId === ours);
    expect(units.map(({ unitId }) => unitId)).toContain(mine?.unit.unitId);
    expect(causes.map(({ unitId }) => unitId)).toContain(mine?.cause?.unit.unitId);
    expect(idsOf(await list('control', when, { unit: mine?.unit.unitId }))).toEqual([ours]);
    expect(idsOf(await list('control', when, { cause: mine?.cause?.unit.unitId }))).toEqual([ours]);
  });
});
