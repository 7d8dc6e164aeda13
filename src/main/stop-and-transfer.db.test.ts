import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { dossierSamples } from './testing/dossier-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

const now = new Date('2026-11-24T09:00:00+07:00');

/** The ends and turns of a dossier that are no result. */
describe('stopping, withdrawing and transferring', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  const unit = (key: string) => world.product.modules.identity.units.byKey(key)?.id;
  let owner: CitizenActor;
  let counter: OfficerActor;
  let specialist: OfficerActor;
  let leader: OfficerActor;

  beforeAll(async () => {
    owner = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    counter = await world.officer('tiepnhan.tanninh');
    specialist = await world.officer('hotich.tanninh');
    leader = await world.officer('phochutich.tanninh');
  }, 60_000);

  const { anAccepted, aSubmitted } = dossierSamples(world, test, () => ({ owner, counter }));
  const view = async (dossierId: string, actor: OfficerActor = counter) =>
    must(await dossiers().queries.getOfficeDossier(world.as(actor, now), dossierId));
  const signerPostId = () => leader.posts[0]?.postId;
  const reason = 'Chủ hồ sơ đã đăng ký tại nơi khác';

  async function stopInput(dossierId: string, more: object = {}) {
    const { version } = await view(dossierId);
    const money = 'Chưa thu phí, lệ phí';
    return {
      dossierId,
      expectedVersion: version,
      ground: 'law',
      reason,
      money,
      signerPostId: signerPostId(),
      ...more,
    };
  }

  const wish = async (dossierId: string) =>
    must(await dossiers().commands.requestWithdrawal(world.as(owner, now), { dossierId, reason }));

  it('ends a dossier with status 8, nothing left open, and a notice that says how far it had come', async () => {
    const { dossierId } = await anAccepted();
    must(await dossiers().commands.stopDossier(world.as(specialist, now), await stopInput(dossierId)));
    await world.runJobs();
    const seen = await view(dossierId);
    expect(seen).toMatchObject({
      phase: 'stopped',
      nationalStatus: 8,
      actions: [],
      stopped: { ground: 'law', reason, number: '1', stage: expect.stringContaining('hộ tịch') },
    });
    expect(seen.letters.find(({ form }) => form === 'stop')?.fileId).toBeDefined();
    const left = await one(
      test.owner,
      sql<{ tasks: number; tokens: number; ended: boolean }>`
        select (select count(*)::int from dossiers.task where dossier_id = ${dossierId} and closed_at is null) as tasks,
          (select count(*)::int from dossiers.token where dossier_id = ${dossierId}) as tokens,
          (select ended from dossiers.clock where dossier_id = ${dossierId}) as ended`,
    );
    expect(left).toEqual({ tasks: 0, tokens: 0, ended: true });
    const mine = must(await dossiers().queries.getMyDossier(world.as(owner, now), dossierId));
    expect(mine).toMatchObject({ nationalStatus: 8, stopped: { reason } });
  });

  it('is for the officer of a step that may stop, or a leader; for nobody else and not before acceptance', async () => {
    const { dossierId } = await anAccepted();
    for (const login of ['vanthu.tanninh', 'tiepnhan.tanninh', 'phochutich.tanbien']) {
      const stranger = world.as(await world.officer(login), now);
      expect(await dossiers().commands.stopDossier(stranger, await stopInput(dossierId))).toMatchObject({
        refusal: { type: 'dossiers.not-allowed' },
      });
    }
    const { dossierId: waiting } = await aSubmitted();
    const early = world.as(leader, now);
    expect(await dossiers().commands.stopDossier(early, await stopInput(waiting))).toMatchObject({
      refusal: { type: 'dossiers.wrong-phase' },
    });
    must(await dossiers().commands.stopDossier(world.as(leader, now), await stopInput(dossierId)));
  });

  it('names a ground that is true', async () => {
    const { dossierId } = await anAccepted();
    for (const [ground, type] of [
      ['requested', 'dossiers.stop-not-requested'],
      ['unanswered', 'dossiers.stop-not-unanswered'],
    ]) {
      const input = await stopInput(dossierId, { ground });
      expect(await dossiers().commands.stopDossier(world.as(specialist, now), input)).toMatchObject({
        refusal: { type, fields: [{ pointer: '/ground' }] },
      });
    }
  });

  it('stops for papers that never came once their day has passed', async () => {
    const { dossierId, taskId } = await anAccepted();
    const items = [{ componentKey: 'giay-chung-sinh', reason: 'Bản chụp mờ, không đọc được' }];
    const asking = { taskId, items, answerBy: '2026-11-26', signerPostId: signerPostId() };
    must(await dossiers().commands.requestSupplement(world.as(specialist, now), asking));
    const stop = async (day: string) =>
      dossiers().commands.stopDossier(
        world.as(specialist, new Date(`${day}T09:00:00+07:00`)),
        await stopInput(dossierId, { ground: 'unanswered' }),
      );
    expect(await stop('2026-11-26')).toMatchObject({ refusal: { type: 'dossiers.stop-not-unanswered' } });
    must(await stop('2026-11-27'));
    expect(await view(dossierId)).toMatchObject({ nationalStatus: 8, supplements: [{ closedAs: 'ended' }] });
  });

  it('happens once of two at once, and not on a page that is old', async () => {
    const { dossierId } = await anAccepted();
    const input = await stopInput(dossierId);
    const both = await Promise.all([
      dossiers().commands.stopDossier(world.as(specialist, now), input),
      dossiers().commands.stopDossier(world.as(leader, now), input),
    ]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    const repeated = world.as(leader, now);
    const { dossierId: other } = await anAccepted();
    const once = await stopInput(other);
    must(await dossiers().commands.stopDossier(repeated, once));
    must(await dossiers().commands.stopDossier(repeated, once));
  });

  it('a wish to withdraw is status 7 and holds the work until it is answered by stopping', async () => {
    const { dossierId, taskId } = await anAccepted();
    await wish(dossierId);
    expect(await view(dossierId, specialist)).toMatchObject({ nationalStatus: 7, withdrawal: { reason } });
    expect((await view(dossierId, specialist)).actions.map(({ action }) => action)).toEqual([
      'declineWithdrawal',
      'stop',
    ]);
    const forward = { taskId, outcome: 'forward' };
    expect(await dossiers().commands.completeTask(world.as(specialist, now), forward)).toMatchObject({
      refusal: { type: 'dossiers.withdrawal-unanswered' },
    });
    expect(
      await dossiers().commands.requestWithdrawal(world.as(owner, now), { dossierId, reason }),
    ).toMatchObject({ refusal: { type: 'dossiers.withdrawal-open' } });
    const input = await stopInput(dossierId, { ground: 'requested' });
    must(await dossiers().commands.stopDossier(world.as(specialist, now), input));
    expect(await view(dossierId)).toMatchObject({ nationalStatus: 8, withdrawal: { closedAs: 'stopped' } });
  });

  it('is answered by going on, with a reason its citizen reads; or taken back', async () => {
    const { dossierId, taskId } = await anAccepted();
    const { requestId } = await wish(dossierId);
    const answer = 'Giấy khai sinh đã được in, mời bạn đến nhận';
    const decline = { dossierId, requestId, answer };
    must(await dossiers().commands.declineWithdrawal(world.as(specialist, now), decline));
    expect(await dossiers().commands.declineWithdrawal(world.as(leader, now), decline)).toMatchObject({
      refusal: { type: 'dossiers.withdrawal-closed' },
    });
    const mine = must(await dossiers().queries.getMyDossier(world.as(owner, now), dossierId));
    expect(mine).toMatchObject({ nationalStatus: 2, withdrawal: { closedAs: 'declined', answer } });
    const again = await wish(dossierId);
    must(await dossiers().commands.takeBackWithdrawal(world.as(owner, now), { dossierId, ...again }));
    must(await dossiers().commands.completeTask(world.as(specialist, now), { taskId, outcome: 'forward' }));
  });

  const transfer = (taskId: string | undefined, actor: OfficerActor, toUnitId = unit('xa-tan-bien')) =>
    dossiers().commands.transferDossier(world.as(actor, now), { taskId, toUnitId, reason });

  it('goes to the competent agency with code, promise and receipts, from the same step', async () => {
    const { dossierId, taskId, code } = await anAccepted();
    const before = await view(dossierId);
    must(await transfer(taskId, specialist));
    const there = await world.officer('hotich.tanbien');
    const seen = await view(dossierId, there);
    expect(seen).toMatchObject({
      code,
      competent: { unitId: unit('xa-tan-bien') },
      received: before.received,
      clock: { promisedAt: before.clock.promisedAt },
    });
    const open = seen.tasks.find((task) => task.closedAt === undefined);
    expect(open).toMatchObject({
      unit: { unitId: unit('xa-tan-bien/office') },
      stepName: before.tasks[1]?.stepName,
    });
    expect(seen.tasks.find((task) => task.taskId === taskId)).toMatchObject({
      outcome: 'transfer',
      note: reason,
    });
    const forward = { taskId: open?.taskId, outcome: 'forward' };
    must(await dossiers().commands.completeTask(world.as(there, now), forward));
    expect(seen.timeline.at(-2)).toMatchObject({ key: 'transferred' });
  });

  it('goes to the other counter while it is not accepted, which answers by the same time', async () => {
    const { dossierId } = await aSubmitted();
    const before = await view(dossierId);
    must(await transfer(before.tasks[0]?.taskId, counter));
    const there = await world.officer('tiepnhan.tanbien');
    const seen = await view(dossierId, there);
    expect(seen).toMatchObject({
      phase: 'submitted',
      code: before.code,
      received: { unitId: unit('xa-tan-bien/one-stop') },
      returnAt: { unitId: unit('xa-tan-bien/one-stop') },
      answerDueAt: before.answerDueAt,
    });
    expect(seen.tasks.at(-1)).toMatchObject({ kind: 'intake', dueAt: before.tasks[0]?.dueAt });
    expect(seen.actions.map(({ action }) => action)).toContain('accept');
  });

  it('goes to no agency that may not decide, nor to itself, nor twice', async () => {
    const { taskId } = await anAccepted();
    for (const wrong of [unit('so-xay-dung'), unit('phuong-tan-ninh')]) {
      expect(await transfer(taskId, specialist, wrong)).toMatchObject({
        refusal: { type: 'dossiers.unit-not-competent', fields: [{ pointer: '/toUnitId' }] },
      });
    }
    expect(await transfer(taskId, leader)).toMatchObject({ refusal: { type: 'dossiers.not-allowed' } });
    must(await transfer(taskId, specialist));
    expect(await transfer(taskId, specialist)).toMatchObject({
      refusal: { type: 'dossiers.task-already-done' },
    });
  });
});
