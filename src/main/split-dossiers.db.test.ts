import { tmpdir } from 'node:os';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { many, one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { compose } from './compose.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aWardToSplit, chooseNorth, standingOf } from './testing/split-ward.ts';
import { aTestConfig } from './testing/test-config.ts';

const before = new Date('2026-11-30T09:00:00+07:00');
const midnight = new Date('2026-12-01T00:00:00+07:00');
const after = new Date('2026-12-01T09:00:00+07:00');

describe('dossiers of a ward that was split in two', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  const { place, openTask } = standingOf(test);
  const officer = (login: string, at = after) => world.officer(login, at);
  let ward: Awaited<ReturnType<typeof aWardToSplit>>;
  let north: Id<'unit'>;
  let south: Id<'unit'>;
  let birth: string;
  let statuses: readonly string[];
  const unit = (key: string) => ward.unit(key);

  beforeAll(async () => {
    ward = await aWardToSplit(world, test, before);
    ({ north, south, statuses } = ward);
    [birth] = ward.births;
    await chooseNorth(ward, ['1.001193']);
    must(await ward.plan.carryOut());
    await sql`
      insert into dossiers.postal_item (jurisdiction, dossier_id, direction, unit_id, chosen_at)
      select jurisdiction, dossier_id, 'in', received_unit_id, submitted_at from dossiers.dossier
      where dossier_id = ${ward.births[1]}`.execute(test.owner);
  }, 60_000);

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

  it('writes who did it: each move of a dossier', async () => {
    const actions = await many(
      test.owner,
      sql<{ command: string; times: number }>`
        select command, count(*)::int as times from platform.action
        where command like 'dossiers.%split'
        group by command order by command`,
    );
    expect(actions.map(({ command, times }) => `${command} ${times}`)).toEqual(
      expect.arrayContaining(['dossiers.follow-split 4']),
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
