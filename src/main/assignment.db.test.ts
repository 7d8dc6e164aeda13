import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { plainDateOf } from '../kernel/plain-date.ts';
import { fillQueue } from '../modules/dossiers/testing/many-dossiers.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { commandsInJournal } from './testing/commands-in-journal.ts';
import { officeWorld } from './testing/office-world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

describe('whose a task is', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const office = officeWorld(world, test);
  const commands = () => world.product.modules.dossiers.commands;
  const queries = () => world.product.modules.dossiers.queries;
  let [ngan, tung, head, leader, stranger]: OfficerActor[] = [];
  let births: Awaited<ReturnType<typeof office.births>>;

  beforeAll(async () => {
    // A second specialist of the section, so that two may want the same step.
    await office.givePost(await world.officer('kinhte.tanninh'), 'phuong-tan-ninh/office', 'specialist');
    ngan = await world.officer('hotich.tanninh');
    tung = await world.officer('kinhte.tanninh');
    head = await world.officer('chanhvanphong.tanninh');
    leader = await world.officer('phochutich.tanninh');
    stranger = await world.officer('phochutich.tanbien');
    births = await office.births();
  }, 60_000);

  const someone = (officer: OfficerActor | undefined) => {
    if (!officer) throw new Error('nobody');
    return officer;
  };
  const as = (officer: OfficerActor | undefined, now = morning) => world.as(someone(officer), now);
  const idOf = (officer: OfficerActor | undefined) => someone(officer).accountId;

  it('of two who claim it one has it, the other is told who', async () => {
    const task = await births.aTask();
    const outcomes = await Promise.all([
      commands().takeUpTask(as(ngan), task),
      commands().takeUpTask(as(tung), task),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { assigned_to: winner } = await office.holderOf(String(task.taskId));
    const names = new Map([
      [idOf(ngan), 'Trương Thị Kim Ngân'],
      [idOf(tung), 'Huỳnh Thanh Tùng'],
    ]);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      refusal: { type: 'dossiers.task-with-other', params: { name: names.get(winner as never) } },
    });
  });

  it('claimed and given away at once: exactly one of them holds', async () => {
    for (let round = 0; round < 5; round += 1) {
      const task = await births.aTask();
      const outcomes = await Promise.all([
        commands().takeUpTask(as(ngan), task),
        commands().assignTask(as(head), { ...task, accountId: idOf(tung) }),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const expected = outcomes[0]?.ok ? idOf(ngan) : idOf(tung);
      expect(await office.holderOf(String(task.taskId))).toMatchObject({ assigned_to: expected });
    }
  });

  it('is refused to others until it is released, and then anybody’s of the group', async () => {
    const task = await births.aTask();
    must(await commands().takeUpTask(as(ngan), task));
    const other = { ...task, outcome: 'forward' };
    expect(await commands().completeTask(as(tung), other)).toMatchObject({
      refusal: { type: 'dossiers.task-with-other', params: { name: 'Trương Thị Kim Ngân' } },
    });
    expect(await commands().releaseTask(as(tung), task)).toMatchObject({ ok: false });
    must(await commands().releaseTask(as(ngan), task));
    must(await commands().completeTask(as(tung), other));
  });

  it('moves from one person to another only with a reason, and only within the role and the unit', async () => {
    const task = await births.aTask();
    must(await commands().assignTask(as(leader), { ...task, accountId: idOf(ngan) }));
    const again = { ...task, accountId: idOf(tung) };
    expect(await commands().assignTask(as(head), again)).toMatchObject({
      refusal: { type: 'dossiers.reassign-reason', fields: [{ pointer: '/reason' }] },
    });
    expect(await commands().assignTask(as(stranger), { ...again, reason: 'đổi người' })).toMatchObject({
      refusal: { kind: 'forbidden', type: 'dossiers.not-assigning' },
    });
    for (const wrong of [head, stranger, await world.officer('hotich.tanbien')])
      expect(
        await commands().assignTask(as(head), { ...task, accountId: idOf(wrong), reason: 'đổi người' }),
      ).toMatchObject({ refusal: { type: 'dossiers.cannot-have-step' } });
    const moving = as(head);
    must(await commands().assignTask(moving, { ...again, reason: 'Người cũ đi học' }));
    expect(await office.holderOf(String(task.taskId))).toMatchObject({ assigned_to: idOf(tung) });
    expect(await commandsInJournal(test.owner, moving)).toEqual(['dossiers.assign-task']);
  });

  it('bulk decides each on its own, says how each fared, and does nothing twice', async () => {
    const [free, taken] = [await births.aTask(), await births.aTask()];
    must(await commands().takeUpTask(as(tung), taken));
    const ctx = as(ngan);
    const input = { act: 'takeUp', taskIds: [free.taskId, taken.taskId] };
    const first = must(await commands().bulk(ctx, input));
    expect(first.rows.map(({ done, refusal }) => [done, refusal?.type])).toEqual([
      [true, undefined],
      [false, 'dossiers.task-with-other'],
    ]);
    expect(must(await commands().bulk(ctx, input))).toEqual(first);
    // Nobody without a say gets anything by it.
    const nothing = must(await commands().bulk(as(stranger), input));
    expect(nothing.rows.map(({ refusal }) => refusal?.type)).toEqual([
      'dossiers.not-allowed',
      'dossiers.not-allowed',
    ]);
  });

  it('signs in batches what is to be signed, and nothing else', async () => {
    const signing = [await office.toSign(someone(ngan)), await office.toSign(someone(ngan))];
    const { taskId: work } = await births.aTask();
    const { rows } = must(await commands().bulk(as(leader), { act: 'sign', taskIds: [...signing, work] }));
    expect(rows.map(({ done }) => done)).toEqual([true, true, false]);
    expect(rows[2]?.refusal?.type).toBe('dossiers.only-signing-in-batches');
  });

  it('whose post has ended may not go on, and nothing may be given to them', async () => {
    const leaver = await world.officer('xahoi.tanninh');
    await office.givePost(leaver, 'phuong-tan-ninh/office', 'specialist');
    const task = await births.aTask();
    must(await commands().takeUpTask(as(await world.officer('xahoi.tanninh')), task));
    await office.endPosts(leaver, '2026-11-24');
    const nextDay = new Date('2026-11-24T08:00:00+07:00');
    const gone = await world.officer('xahoi.tanninh', nextDay);
    expect(
      await commands().completeTask(world.as(gone, nextDay), { ...task, outcome: 'forward' }),
    ).toMatchObject({ refusal: { kind: 'forbidden' } });
    const other = await births.aTask();
    expect(
      await commands().assignTask(as(head, nextDay), { ...other, accountId: leaver.accountId }),
    ).toMatchObject({ refusal: { type: 'dossiers.cannot-have-step' } });
    must(
      await commands().assignTask(as(head, nextDay), {
        ...task,
        accountId: idOf(ngan),
        reason: 'Đã chuyển công tác',
      }),
    );
  });

  it('work of a unit of before 01/07/2025 is in its successor’s list and is given out there', async () => {
    const { units } = world.product.modules.identity;
    const ward = office.unitId('phuong-tan-ninh');
    const before = units.scopeOf(ward, plainDateOf(morning)).find((unitId) => unitId !== ward);
    if (!before) throw new Error('the ward succeeded nobody');
    await fillQueue(test.owner, { unitId: before, count: 3, from: morning, role: 'leader', kind: 'sign' });
    const page = must(await queries().inbox(as(leader), 'cho-ky'));
    const old = page.items.filter((row) => row.code.startsWith('H53.leadersign'));
    expect(old).toHaveLength(3);
    const chair = await world.officer('chutich.tanninh');
    must(await commands().assignTask(as(leader), { taskId: old[0]?.taskId, accountId: chair.accountId }));
    const own = must(await queries().inbox(world.as(chair), 'cho-ky', { choice: { scope: 'mine' } }));
    expect(own.items.map(({ taskId }) => taskId)).toEqual([old[0]?.taskId]);
  });
});
