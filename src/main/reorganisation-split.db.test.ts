import { tmpdir } from 'node:os';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import type { Id } from '../kernel/id.ts';
import { many, one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { compose } from './compose.ts';

import { useSeededProduct } from './testing/seeded-product.ts';
import { aWardToSplit, standingOf } from './testing/split-ward.ts';
import { aTestConfig } from './testing/test-config.ts';

const before = new Date('2026-11-30T09:00:00+07:00');
const midnight = new Date('2026-12-01T00:00:00+07:00');
const after = new Date('2026-12-01T09:00:00+07:00');

describe('a ward that is split in two while dossiers are open', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  const reorganisation = () => world.product.modules.identity.reorganisation;
  const { place, openTask } = standingOf(test);
  const officer = (login: string, at = after) => world.officer(login, at);
  let ward: Awaited<ReturnType<typeof aWardToSplit>>;
  let administrator: OfficerActor;
  let plan: (typeof ward)['plan'];
  let north: Id<'unit'>;
  let south: Id<'unit'>;
  let birth: string;
  let statuses: readonly string[];
  const unit = (key: string) => ward.unit(key);

  beforeAll(async () => {
    ward = await aWardToSplit(world, test, before);
    ({ administrator, plan, north, south, statuses } = ward);
    [birth] = ward.births;
    await sql`
      insert into dossiers.postal_item (jurisdiction, dossier_id, direction, unit_id, chosen_at)
      select jurisdiction, dossier_id, 'in', received_unit_id, submitted_at from dossiers.dossier
      where dossier_id = ${ward.births[1]}`.execute(test.owner);
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
    const rules = [{ by: 'procedure', value: '1.001193', unitId: north }];
    must(
      await plan.edit({
        edit: 'choose',
        unitId: unit('phuong-tan-ninh'),
        choice: { rules, rest: 'perDossier' },
      }),
    );
    const seen = await plan.view();
    const heirs = new Map(
      seen.ends.map((line) => [line.unitId, line.successors.map(({ unitId }) => unitId)]),
    );
    const northern = ['Lê Thị Ngọc Huyền', 'Trương Thị Kim Ngân', 'Lâm Thị Bích Vân'];
    const places = seen.posts.map((post) => {
      const [first, second] = heirs.get(post.unitId) ?? [];
      return { postId: post.postId, unitId: northern.includes(post.name) ? first : second };
    });
    must(await plan.edit({ edit: 'place', places }));
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

  it('an act of the wrong successor is refused from midnight on, of the right one it moves the dossier', async () => {
    const seen = must(
      await dossiers().queries.getOfficeDossier(world.as(await officer('tiepnhan.tanninh'), after), birth),
    );
    const components = [
      { key: 'giay-chung-sinh', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: true },
    ];
    const accept = { dossierId: birth, expectedVersion: seen.version, components };
    const southern = await officer('tiepnhan2.tanninh');
    expect(await dossiers().commands.acceptDossier(world.as(southern, after), accept)).toMatchObject({
      refusal: { kind: 'forbidden' },
    });
    const northern = await officer('tiepnhan.tanninh');
    must(await dossiers().commands.acceptDossier(world.as(northern, after), accept));
    expect(await place(birth)).toEqual({
      competent: north,
      received: unit('phuong-bac/one-stop'),
      returned: unit('phuong-bac/one-stop'),
    });
    const history = must(await dossiers().queries.getMyDossier(world.as(ward.mother, after), birth)).timeline;
    expect(history.map((entry) => entry.key)).toContain('citizen.reallocated');
  });

  it('the worker moves what the rules decide and nobody has worked on yet, once', async () => {
    const tomorrow = await compose({ ...aTestConfig(test.url, tmpdir()), clock: after });
    const events = () =>
      one(
        test.owner,
        sql<{ found: number }>`select count(*)::int as found from platform.event
        where stream_id = ${ward.births[1]} and type = 'dossiers.reallocated'`,
      );
    await tomorrow.tasks['dossiers.follow-splits']?.({});
    await tomorrow.tasks['dossiers.follow-splits']?.({});
    await tomorrow.close();
    expect((await place(ward.births[1])).competent).toBe(north);
    expect((await openTask(ward.births[1])).unit_id).toBe(unit('phuong-bac/one-stop'));
    expect(await events()).toEqual({ found: 1 });
  });

  it('papers that a citizen sent by post are awaited where the dossier went, and nowhere else', async () => {
    const awaited = async (login: string) => {
      const clerk = await officer(login);
      const desk = must(await dossiers().queries.postalDesk(world.as(clerk, after), {}));
      return desk.in.map((row) => row.dossierId);
    };
    expect(await awaited('tiepnhan.tanninh')).toEqual([ward.births[1]]);
    expect(await awaited('tiepnhan2.tanninh')).toEqual([]);
  });

  it('what no rule names waits for a choice: no step, a clear sentence, a list for those who lead', async () => {
    const [first = ''] = statuses;
    const task = await openTask(first);
    const southern = await officer('kinhte.tanninh');
    const step = { taskId: task.task_id, outcome: 'forward' };
    expect(await dossiers().commands.completeTask(world.as(southern, after), step)).toMatchObject({
      refusal: { type: 'dossiers.split-undecided' },
    });
    const chair = await officer('chutich.tanninh');
    const { version } = must(await dossiers().queries.getOfficeDossier(world.as(chair, after), first));
    const signed = {
      money: 'Không thu phí',
      signerPostId: chair.posts[0]?.postId,
      reason: 'Không thuộc thẩm quyền',
    };
    const { stopDossier, apologise } = dossiers().commands;
    for (const early of [
      await stopDossier(world.as(chair, after), {
        dossierId: first,
        expectedVersion: version,
        ground: 'law',
        ...signed,
      }),
      await apologise(world.as(chair, after), {
        dossierId: first,
        newDueOn: '2026-12-15',
        reason: 'Chờ chọn đơn vị',
      }),
    ])
      expect(early).toMatchObject({ refusal: { type: 'dossiers.split-undecided' } });
    const page = must(await dossiers().splits.undecided(world.as(chair, after)));
    expect(page.items.map((row) => row.dossierId).sort()).toEqual([...statuses].sort());
    expect(page.items[0]?.choices.map(({ unitId }) => unitId).sort()).toEqual([north, south].sort());
    const stranger = await officer('chutich.tanbien');
    expect(must(await dossiers().splits.undecided(world.as(stranger, after))).items).toEqual([]);
  });

  it('is given out by a leader of either successor, all or none', async () => {
    const chair = await officer('chutich.tanninh');
    const stranger = await officer('chutich.tanbien');
    const give = { dossierIds: statuses, toUnitId: south };
    expect(await dossiers().splits.decide(world.as(stranger, after), give)).toMatchObject({
      refusal: { type: 'dossiers.not-assigning' },
    });
    expect(
      await dossiers().splits.decide(world.as(chair, after), { ...give, toUnitId: unit('xa-tan-bien') }),
    ).toMatchObject({ refusal: { type: 'dossiers.not-a-successor' } });
    expect(
      await dossiers().splits.decide(world.as(chair, after), { ...give, dossierIds: [...statuses, birth] }),
    ).toMatchObject({ ok: false });
    expect((await place(statuses[0] ?? '')).competent).toBe(unit('phuong-tan-ninh'));
    expect(must(await dossiers().splits.decide(world.as(chair, after), give))).toEqual({ moved: 2 });
    expect(await place(statuses[0] ?? '')).toMatchObject({
      competent: south,
      returned: unit('phuong-nam/one-stop'),
    });
    expect(await dossiers().splits.decide(world.as(chair, after), give)).toMatchObject({
      refusal: { type: 'dossiers.split-decided' },
    });
    const southern = await officer('kinhte.tanninh');
    const task = await openTask(statuses[0] ?? '');
    expect(task.unit_id).toBe(unit('phuong-nam/office'));
    must(
      await dossiers().commands.completeTask(world.as(southern, after), {
        taskId: task.task_id,
        outcome: 'forward',
      }),
    );
  });

  it('writes who did it: the plan, its carrying out and undoing, each move of a dossier', async () => {
    const actions = await many(
      test.owner,
      sql<{ command: string; times: number }>`
        select command, count(*)::int as times from platform.action
        where command like 'identity.%reorganisation' or command like 'dossiers.%split'
        group by command order by command`,
    );
    expect(actions.map(({ command, times }) => `${command} ${times}`)).toEqual(
      expect.arrayContaining([
        'dossiers.follow-split 4',
        'identity.carry-out-reorganisation 2',
        'identity.create-reorganisation 1',
        'identity.undo-reorganisation 1',
      ]),
    );
  });

  it('keeps the history under the old unit', async () => {
    const rows = await many(
      test.owner,
      sql`select 1 from dossiers.task where dossier_id = any(${statuses}::uuid[]) and closed_at < ${midnight}
        and unit_id <> ${unit('phuong-tan-ninh/one-stop')}`,
    );
    expect(rows).toEqual([]);
  });
});
