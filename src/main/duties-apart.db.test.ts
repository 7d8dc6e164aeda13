import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Step } from '../modules/process/public.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { inTransaction } from '../platform/transaction.ts';

import { officeWorld } from './testing/office-world.ts';
import { aPermit } from './testing/permit-process.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const steps: readonly Step[] = [
  {
    key: 'tiep-nhan',
    name: 'Tiếp nhận',
    kind: 'intake',
    performer: { unit: 'oneStop', role: 'oneStopOfficer' },
    hours: 4,
  },
  {
    key: 'tham-dinh',
    name: 'Thẩm định',
    kind: 'work',
    performer: { unit: 'competent', role: 'specialist' },
    hours: 40,
  },
  {
    key: 'soat-xet',
    name: 'Soát xét',
    kind: 'work',
    performer: { unit: 'competent', role: 'specialist', rule: 'roundRobin' },
    hours: 8,
    notBy: ['tham-dinh'],
  },
  {
    key: 'ky',
    name: 'Ký giấy phép',
    kind: 'sign',
    performer: { unit: 'competent', role: 'leader' },
    hours: 8,
    notBy: ['tham-dinh', 'soat-xet'],
  },
  {
    key: 'phat-hanh',
    name: 'Phát hành',
    kind: 'issue',
    performer: { unit: 'competent', role: 'recordsClerk' },
    hours: 4,
  },
  {
    key: 'tra',
    name: 'Trả kết quả',
    kind: 'return',
    performer: { unit: 'oneStop', role: 'oneStopOfficer' },
    hours: 0,
  },
];

/** A process that keeps duties apart: who appraised neither reviews nor signs, whatever posts they hold. */
describe('duties kept apart', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const commands = () => world.product.modules.dossiers.commands;
  const queries = () => world.product.modules.dossiers.queries;
  const office = officeWorld(world, test);
  const apart = { ok: false, refusal: { kind: 'forbidden', type: 'dossiers.duties-apart' } };
  let counter: OfficerActor;
  /** Specialist and leader of the ward at once. */
  let both: OfficerActor;
  let specialist: OfficerActor;
  let otherLeader: OfficerActor;

  function load(table: readonly Step[]) {
    const record = {
      code: 'giay-phep-tach-viec',
      name: 'Giấy phép xây dựng có soát xét',
      procedures: ['1.013225'],
      cases: ['nha-o-rieng-le'],
      table: { steps: table },
      validFrom: '2026-11-01' as PlainDate,
      source: 'test',
      certainty: 'practice',
    };
    return inTransaction(test.db, (tx) => world.product.modules.process.loadProcesses(tx, [record], morning));
  }

  beforeAll(async () => {
    must(await load(steps));
    const ward = 'phuong-tan-ninh';
    await office.givePost(await world.officer('phochutich.tanninh'), ward, 'specialist');
    await office.givePost(await world.officer('hotich.tanninh'), ward, 'specialist');
    counter = await world.officer('tiepnhan.tanninh');
    both = await world.officer('phochutich.tanninh');
    specialist = await world.officer('hotich.tanninh');
    otherLeader = await world.officer('chutich.tanninh');
  }, 60_000);

  /** A permit that `both` has appraised: it stands at its review. */
  async function appraised(): Promise<{ readonly dossierId: string; readonly taskId: string }> {
    const dossierId = await aPermit(world, counter, morning);
    await forward(both, await office.openTaskOf(dossierId));
    return { dossierId, taskId: await office.openTaskOf(dossierId) };
  }

  async function toSign() {
    const { dossierId, taskId } = await appraised();
    await forward(specialist, taskId);
    return { dossierId, taskId: await office.openTaskOf(dossierId) };
  }

  async function forward(officer: OfficerActor, taskId: string): Promise<void> {
    must(await commands().completeTask(world.as(officer), { taskId, outcome: 'forward' }));
  }

  it('never gives the review to who appraised, by turns or by hand', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { taskId } = await appraised();
      expect((await office.holderOf(taskId)).assigned_to).toBe(specialist.accountId);
      const input = { taskId, accountId: both.accountId, reason: 'Bận' };
      expect(await commands().assignTask(world.as(otherLeader), input)).toMatchObject({
        ok: false,
        refusal: { type: 'dossiers.assignee-barred' },
      });
    }
  });

  it('refuses the signature of who appraised by every way there is, and changes nothing', async () => {
    const { dossierId, taskId } = await toSign();
    const before = must(await queries().getOfficeDossier(world.as(both), dossierId));
    expect(await commands().takeUpTask(world.as(both), { taskId })).toMatchObject(apart);
    expect(await commands().completeTask(world.as(both), { taskId, outcome: 'forward' })).toMatchObject(
      apart,
    );
    expect(must(await commands().bulk(world.as(both), { act: 'sign', taskIds: [taskId] }))).not.toMatchObject(
      {
        done: [{ taskId }],
      },
    );
    const after = must(await queries().getOfficeDossier(world.as(both), dossierId));
    expect(after).toEqual(before);
    expect(await office.openTaskOf(dossierId)).toBe(taskId);
  });

  it('says so in the queue and on the dossier, and offers only the way back', async () => {
    const { dossierId, taskId } = await toSign();
    const row = async (officer: OfficerActor) =>
      must(await queries().inbox(world.as(officer), 'cho-ky')).items.find((each) => each.taskId === taskId);
    expect(await row(both)).toMatchObject({ barredBy: 'Thẩm định' });
    expect((await row(otherLeader))?.barredBy).toBeUndefined();
    const seen = async (officer: OfficerActor) =>
      must(await queries().getOfficeDossier(world.as(officer), dossierId));
    const own = await seen(both);
    expect(own.tasks.find((task) => task.taskId === taskId)?.barredBy).toBe('Thẩm định');
    const offered = own.actions.map(({ action }) => action);
    expect(offered).toContain('back');
    expect(offered.filter((action) => action === 'forward' || action === 'takeUp')).toEqual([]);
    const others = await seen(otherLeader);
    expect(others.tasks.some(({ barredBy }) => barredBy !== undefined)).toBe(false);
    expect(others.actions.map(({ action }) => action)).toContain('forward');
    const back = { taskId, outcome: 'back', note: 'Thiếu bản vẽ mặt bằng' };
    expect(await commands().completeTask(world.as(both), back)).toMatchObject({ ok: true });
  });

  it('lets another leader sign', async () => {
    const { dossierId, taskId } = await toSign();
    await forward(otherLeader, taskId);
    const { tasks } = must(await queries().getOfficeDossier(world.as(counter), dossierId));
    expect(tasks.find((task) => task.taskId === taskId)).toMatchObject({ outcome: 'forward' });
  });

  it('stays so however often the step is done anew by somebody else', async () => {
    const { dossierId, taskId } = await toSign();
    const back = { taskId, outcome: 'back', backTo: 'tham-dinh', note: 'Thẩm định lại' };
    must(await commands().completeTask(world.as(otherLeader), back));
    await forward(specialist, await office.openTaskOf(dossierId));
    const review = await office.openTaskOf(dossierId);
    expect(
      await commands().completeTask(world.as(specialist), { taskId: review, outcome: 'forward' }),
    ).toMatchObject({
      ok: false,
    });
    expect(
      await commands().completeTask(world.as(both), { taskId: review, outcome: 'forward' }),
    ).toMatchObject({
      ok: false,
    });
  });

  it('hands nothing over to who is kept from it: it goes to the group', async () => {
    const { taskId } = await toSign();
    must(await commands().takeUpTask(world.as(otherLeader), { taskId }));
    const leaver = { unitId: office.unitId('phuong-tan-ninh'), fromAccountId: otherLeader.accountId };
    const { total } = must(await queries().handOverPreview(world.as(otherLeader), leaver));
    const order = { ...leaver, toAccountId: both.accountId, expected: total, reason: 'Đi học dài hạn' };
    must(await commands().handOver(world.as(otherLeader), order));
    expect((await office.holderOf(taskId)).assigned_to).toBeNull();
  });

  it('refuses a process that names a step it has not, or the step itself', async () => {
    for (const notBy of [['khong-co'], ['ky']]) {
      const wrong = steps.map(
        (step): Step => (step.key === 'ky' && step.kind !== 'wait' ? { ...step, notBy } : step),
      );
      expect(await load(wrong)).toMatchObject({ ok: false });
    }
  });
});
