import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { many } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { officeWorld } from './testing/office-world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

/** Ngân is away on the 24th and 25th; Tùng, of another section of the same ward, does her work. */
describe('substitution by dates', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const office = officeWorld(world, test);
  const commands = () => world.product.modules.dossiers.commands;
  const queries = () => world.product.modules.dossiers.queries;
  let people: Readonly<Record<'ngan' | 'tung' | 'head' | 'leader' | 'chair', OfficerActor>>;
  let births: Awaited<ReturnType<typeof office.births>>;

  beforeAll(async () => {
    people = {
      ngan: await world.officer('hotich.tanninh'),
      tung: await world.officer('kinhte.tanninh'),
      head: await world.officer('chanhvanphong.tanninh'),
      leader: await world.officer('phochutich.tanninh'),
      chair: await world.officer('chutich.tanninh'),
    };
    births = await office.births();
  }, 60_000);

  const at = (text: string) => new Date(`2026-11-${text}+07:00`);
  const wanted = () => ({
    unitId: office.unitId('phuong-tan-ninh/office'),
    absentAccountId: people.ngan.accountId,
    substituteAccountId: people.tung.accountId,
    fromOn: '2026-11-24',
    lastOn: '2026-11-25',
    reason: 'Nghỉ phép năm',
  });

  it('holds from the first midnight to the last, and says for whom the work was done', async () => {
    const { substitutionId } = must(await commands().substitute(world.as(people.head), wanted()));
    const moments = [
      ['23T23:59:59.999', false],
      ['24T00:00:00', true],
      ['25T23:59:59.999', true],
      ['26T00:00:00', false],
    ] as const;
    for (const [moment, may] of moments) {
      const task = await births.aTask();
      must(await commands().takeUpTask(world.as(people.ngan), task));
      const done = await commands().completeTask(world.as(people.tung, at(moment)), {
        ...task,
        outcome: 'forward',
      });
      expect([moment, done.ok]).toEqual([moment, may]);
      if (may)
        expect(await office.holderOf(String(task.taskId))).toMatchObject({
          closed_by: people.tung.accountId,
          closed_for: people.ngan.accountId,
        });
    }
    must(await commands().endSubstitution(world.as(people.head), { substitutionId }));
  });

  it('the substitute sees the work in their own list and may read the dossier, those days only', async () => {
    const { substitutionId } = must(await commands().substitute(world.as(people.head), wanted()));
    const { dossierId, taskId } = await births.anAccepted();
    must(await commands().takeUpTask(world.as(people.ngan), { taskId }));
    const during = world.as(people.tung, at('24T09:00:00'));
    const before = world.as(people.tung, at('23T09:00:00'));
    const listed = async (ctx: typeof during) =>
      must(await queries().inbox(ctx, 'dang-thu-ly', { choice: { scope: 'mine' } })).items.filter(
        (row) => row.taskId === taskId,
      );
    expect(await listed(before)).toEqual([]);
    expect(await listed(during)).toMatchObject([{ isStandIn: true, holder: 'Trương Thị Kim Ngân' }]);
    expect((await queries().getOfficeDossier(before, dossierId)).ok).toBe(
      (await queries().getOfficeDossier(world.as(people.tung, at('26T09:00:00')), dossierId)).ok,
    );
    const view = must(await queries().getOfficeDossier(during, dossierId));
    expect(view.actions.map(({ action }) => action)).toContain('forward');
    must(await commands().completeTask(during, { taskId, outcome: 'forward' }));
    const told = must(await queries().getOfficeDossier(world.as(people.head), dossierId)).timeline;
    expect(told.find(({ key }) => key === 'stepCompleted.work')).toMatchObject({
      by: expect.stringContaining('Huỳnh Thanh Tùng'),
      actedFor: expect.stringContaining('Trương Thị Kim Ngân'),
    });
    must(await commands().endSubstitution(world.as(people.head), { substitutionId }));
    const later = await births.aTask();
    must(await commands().takeUpTask(world.as(people.ngan), later));
    expect(
      await commands().completeTask(world.as(people.tung, at('24T10:00:00')), {
        ...later,
        outcome: 'forward',
      }),
    ).toMatchObject({
      refusal: { kind: 'forbidden' },
    });
  });

  it('never lends the power to sign: only who holds the role signs, in whoever’s place', async () => {
    const ward = office.unitId('phuong-tan-ninh');
    const days = { fromOn: '2026-11-23', lastOn: '2026-11-23', reason: 'Họp tỉnh' };
    const toSpecialist = must(
      await commands().substitute(world.as(people.leader), {
        unitId: ward,
        absentAccountId: people.chair.accountId,
        substituteAccountId: people.ngan.accountId,
        ...days,
      }),
    );
    const taskId = await office.toSign(people.ngan);
    must(await commands().takeUpTask(world.as(people.chair), { taskId }));
    const sign = { taskId, outcome: 'forward' };
    expect(await commands().completeTask(world.as(people.ngan), sign)).toMatchObject({
      refusal: { kind: 'forbidden' },
    });
    must(await commands().endSubstitution(world.as(people.leader), toSpecialist));
    must(
      await commands().substitute(world.as(people.leader), {
        unitId: ward,
        absentAccountId: people.chair.accountId,
        substituteAccountId: people.leader.accountId,
        ...days,
      }),
    );
    must(await commands().completeTask(world.as(people.leader), sign));
  });

  it('refuses days in disorder, a stranger, and a second substitute for the same days', async () => {
    const type = async (input: object) => {
      const outcome = await commands().substitute(world.as(people.head), { ...wanted(), ...input });
      return outcome.ok ? 'ok' : outcome.refusal.type;
    };
    const outsider = await world.officer('hotich.tanbien');
    expect(await type({ lastOn: '2026-11-23' })).toBe('dossiers.dates-reversed');
    expect(await type({ fromOn: '2026-11-20', lastOn: '2026-11-22' })).toBe('dossiers.dates-over');
    expect(await type({ substituteAccountId: people.ngan.accountId })).toBe('dossiers.own-substitute');
    expect(await type({ substituteAccountId: outsider.accountId })).toBe('dossiers.not-colleague');
    expect(await type({ absentAccountId: outsider.accountId })).toBe('dossiers.not-of-unit');
    expect(await type({})).toBe('ok');
    expect(await type({ fromOn: '2026-11-25', lastOn: '2026-11-27' })).toBe('dossiers.already-substituted');
    expect(await type({ fromOn: '2026-11-26', lastOn: '2026-11-27' })).toBe('ok');
  });

  it('ended in the middle of an act, its end waits for the act; what comes after sees the end', async () => {
    const day = { fromOn: '2026-12-15', lastOn: '2026-12-15' };
    const given = must(await commands().substitute(world.as(people.head), { ...wanted(), ...day }));
    const first = await births.aTask();
    const second = await births.aTask();
    for (const task of [first, second]) must(await commands().takeUpTask(world.as(people.ngan), task));
    const done = (task: typeof first) =>
      commands().completeTask(world.as(people.tung, new Date('2026-12-15T09:00:00+07:00')), {
        ...task,
        outcome: 'forward',
      });
    const { act, end } = await test.owner.transaction().execute(async (tx) => {
      await sql`
        select from dossiers.dossier d join dossiers.task t using (jurisdiction, dossier_id)
        where t.task_id = ${first.taskId} for update of d`.execute(tx);
      const acting = done(first);
      await untilWaiting(1);
      const ending = commands().endSubstitution(
        world.as(people.head, new Date('2026-12-15T09:00:01+07:00')),
        given,
      );
      await Promise.race([untilWaiting(2), ending.then(() => expect.fail('ended under an act'))]);
      return { act: acting, end: ending };
    });
    expect([await act, await end]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await done(second)).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
  });

  /** Until so many statements wait for somebody's lock. */
  async function untilWaiting(most: number): Promise<void> {
    for (;;) {
      const rows = await many(
        test.owner,
        sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (rows.length >= most) return;
    }
  }
});
