import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import type { Id } from '../kernel/id.ts';
import { many } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aMaritalStatusDossier } from './testing/marital-status.ts';
import { gapsOf } from './testing/number-series.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aWardToSplit, chooseNorth, standingOf } from './testing/split-ward.ts';

const before = new Date('2026-11-30T09:00:00+07:00');
const after = new Date('2026-12-01T09:00:00+07:00');

describe('a ward that is split in two while dossiers are open', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  const reorganisation = () => world.product.modules.identity.reorganisation;
  const { place } = standingOf(test);
  const officer = (login: string, at = after) => world.officer(login, at);
  let ward: Awaited<ReturnType<typeof aWardToSplit>>;
  let administrator: OfficerActor;
  let plan: (typeof ward)['plan'];
  let north: Id<'unit'>;
  let birth: string;
  const unit = (key: string) => ward.unit(key);

  beforeAll(async () => {
    ward = await aWardToSplit(world, test, before);
    ({ administrator, plan, north } = ward);
    [birth] = ward.births;
  }, 60_000);

  it('shows what would move before anything does', async () => {
    const seen = await plan.view();
    const old = seen.ends.find((line) => line.unitId === unit('phuong-tan-ninh'));
    expect(old?.load).toMatchObject({ openDossiers: 4, kinds: [{ dossiers: 2 }, { dossiers: 2 }] });
    expect(old?.load?.codePattern).toBeUndefined();
    const counter = seen.ends.find((line) => line.unitId === unit('phuong-tan-ninh/one-stop'));
    expect(counter?.load).toMatchObject({ openTasks: 2, openDossiers: 4 });
    expect(counter?.load?.series.map(({ series }) => series)).toContain('register');
    expect(seen.posts.map((post) => post.to)).not.toContain(null);
    expect(seen.posts.length).toBeGreaterThan(4);
    expect(seen.vacancies).toContainEqual({
      unitId: north,
      name: 'Ủy ban nhân dân phường Bắc',
      role: 'leader',
    });
  });

  it('is not carried out without a choice for the open work and a place for every post', async () => {
    const { faults } = await plan.view();
    expect(faults.map(({ fault }) => fault)).toEqual(
      expect.arrayContaining(['split-undecided', 'posts-undecided']),
    );
    expect(await plan.carryOut()).toMatchObject({ refusal: { type: 'identity.reorganisation-faulty' } });
    expect(world.product.modules.identity.units.unitOn(north, '2026-12-02' as never)).toBeUndefined();
  });

  it('is an administrator’s, who has just proved who they are', async () => {
    const input = await plan.draft();
    for (const login of ['chutich.tanninh', 'kiemsoat.tthc', 'tiepnhan.tanninh']) {
      const other = await officer(login, before);
      expect(await reorganisation().carryOut(world.as(other, before), input)).toMatchObject({
        refusal: { kind: 'forbidden' },
      });
      expect(await reorganisation().view(world.as(other, before), input.reorganisationId)).toMatchObject({
        refusal: { type: 'identity.units-not-allowed' },
      });
    }
    const { provedAt: _, ...unproved } = administrator;
    expect(await reorganisation().carryOut(world.as(unproved, before), input)).toMatchObject({
      refusal: { type: 'identity.step-up-needed' },
    });
  });

  it('chosen: births go north, what no rule names is given out one by one; the staff goes south but for three', async () => {
    await chooseNorth(ward, ['1.001193']);
    const ready = await plan.view();
    expect(ready.faults).toEqual([]);
    expect(ready.ends.filter((line) => line.followsParent).length).toBe(ready.ends.length - 1);
  });

  it('of two who carry it out at once, one does', async () => {
    const input = await plan.draft();
    const both = await Promise.all(
      [1, 2].map(() => reorganisation().carryOut(world.as(administrator, before), input)),
    );
    expect(both.filter((done) => done.ok)).toHaveLength(1);
    expect(both.find((done) => !done.ok)).toMatchObject({
      refusal: { type: 'identity.reorganisation-carried-out' },
    });
  });

  it('undone before its day, everything is as it was; carried out again it holds', async () => {
    const posts = () =>
      many(
        test.owner,
        sql`select person_id, unit_id, role, valid_from, valid_to from identity.post order by 1, 2, 3, 4`,
      );
    const carried = await posts();
    must(await plan.undo());
    expect((await plan.view()).state).toBe('draft');
    expect((await officer('tiepnhan.tanninh', after)).posts.map((post) => post.unitId)).toEqual([
      unit('phuong-tan-ninh/one-stop'),
    ]);
    expect(await many(test.owner, sql`select 1 from identity.post where valid_to = '2026-12-01'`)).toEqual(
      [],
    );
    must(await plan.carryOut());
    expect(await posts()).toEqual(carried);
    const late = { ...(await plan.draft()), reason: 'Muộn' };
    expect(await reorganisation().undo(world.as(administrator, after), late)).toMatchObject({
      refusal: { type: 'identity.reorganisation-begun' },
    });
  });

  it('moves nothing before midnight', async () => {
    await world.product.tasks['dossiers.follow-splits']?.({});
    expect((await place(birth)).competent).toBe(unit('phuong-tan-ninh'));
    const page = await dossiers().splits.undecided(world.as(administrator, before));
    expect(must(page).items).toEqual([]);
  });

  it('writes who did it: the plan, its carrying out and undoing', async () => {
    const actions = await many(
      test.owner,
      sql<{ command: string; times: number }>`
        select command, count(*)::int as times from platform.action
        where command like 'identity.%reorganisation'
        group by command order by command`,
    );
    expect(actions.map(({ command, times }) => `${command} ${times}`)).toEqual(
      expect.arrayContaining([
        'identity.carry-out-reorganisation 2',
        'identity.create-reorganisation 1',
        'identity.undo-reorganisation 1',
      ]),
    );
  });

  it('each successor numbers from one, and no register or day’s codes has a gap', async () => {
    for (const [login, commune] of [
      ['tiepnhan.tanninh', 'phuong-bac'],
      ['tiepnhan2.tanninh', 'phuong-nam'],
      ['tiepnhan.tanninh', 'phuong-bac'],
    ] as const)
      await aMaritalStatusDossier(world, await officer(login), after, commune);
    const { series, gaps } = await gapsOf(test);
    expect(gaps).toEqual([]);
    expect(series).toBeGreaterThanOrEqual(6);
  });
});
