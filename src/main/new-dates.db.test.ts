import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { many } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { aMaritalStatusDossier } from './testing/marital-status.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const at = (text: string) => new Date(`${text}:00+07:00`);
const iso = (text: string) => at(text).toISOString();

/** Received on Monday 23/11/2026 at 08:30, promised for Friday 27/11 17:00. */
describe('a dossier that gets a second date', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let counter: OfficerActor;
  let leader: OfficerActor;
  let specialist: OfficerActor;
  let clerk: OfficerActor;

  beforeAll(async () => {
    counter = await world.officer('tiepnhan.tanninh');
    leader = await world.officer('phochutich.tanninh');
    specialist = await world.officer('hotich.tanninh');
    clerk = await world.officer('vanthu.tanninh');
  }, 60_000);

  const apologise = (dossierId: string, newDueOn: string, now: string) =>
    dossiers().commands.apologise(world.as(leader, at(now)), {
      dossierId,
      newDueOn,
      reason: 'Phải tra sổ giấy tại kho lưu trữ',
    });
  const extend = (dossierId: string, amount: number, now: string) =>
    dossiers().commands.extendDeadline(world.as(leader, at(now)), {
      dossierId,
      amount,
      reason: 'Phải xem xét thêm theo quy định',
    });
  const seen = async (dossierId: string, now: string) =>
    must(await dossiers().queries.getOfficeDossier(world.as(leader, at(now)), dossierId));

  /** Carries the dossier to its result at an instant and says whether that was in time. */
  async function finish(dossierId: string, now: string) {
    const result = { typeCode: 'KQ.G15.000032', book: '02/2026', issuedOn: now.slice(0, 10) };
    for (const [actor, more] of [
      [specialist, {}],
      [leader, {}],
      [clerk, { result }],
    ] as const) {
      const view = must(await dossiers().queries.getOfficeDossier(world.as(actor, at(now)), dossierId));
      const open = view.tasks.find((task) => task.closedAt === undefined);
      const step = { taskId: open?.taskId, outcome: 'forward', ...more };
      const typeCode = view.resultTypes[0]?.code;
      const input = 'result' in more ? { ...step, result: { ...result, typeCode } } : step;
      must(await dossiers().commands.completeTask(world.as(actor, at(now)), input));
    }
    const [done] = await many(
      test.owner,
      sql<{ on_time: boolean }>`
        select (payload -> 'onTime')::boolean as on_time from platform.event
        where stream_id = ${dossierId} and type = 'dossiers.completed'`,
    );
    return done?.on_time;
  }

  it('keeps both promises when its office apologises in time; lateness is judged by the first', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    expect(must(await apologise(dossierId, '2026-12-02', '2026-11-27T10:00'))).toEqual({
      dueAt: iso('2026-12-02T17:00'),
      late: false,
    });
    expect(await apologise(dossierId, '2026-12-04', '2026-11-27T11:00')).toMatchObject({
      refusal: { type: 'dossiers.apology-once' },
    });
    const { clock, timeline } = await seen(dossierId, '2026-11-27T12:00');
    expect(clock).toMatchObject({
      promisedAt: iso('2026-11-27T17:00'),
      forecastAt: iso('2026-11-27T17:00'),
      promises: [
        { kind: 'receipt', dueAt: iso('2026-11-27T17:00') },
        {
          kind: 'apology',
          dueAt: iso('2026-12-02T17:00'),
          late: false,
          reason: 'Phải tra sổ giấy tại kho lưu trữ',
        },
      ],
    });
    expect(timeline.map((entry) => entry.key)).toContain('promised.apology');
    await world.runJobs();
    const { letters } = await seen(dossierId, '2026-11-27T12:00');
    expect(letters.find(({ form }) => form === 'apology')?.fileId).toBeDefined();
    expect(await finish(dossierId, '2026-12-01T10:00')).toBe(false);
  });

  it('may still be apologised for when it is late, and that is marked', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    expect(must(await apologise(dossierId, '2026-12-02', '2026-11-30T08:00')).late).toBe(true);
    expect((await seen(dossierId, '2026-11-30T09:00')).clock.promises).toMatchObject([
      { late: false },
      { late: true },
    ]);
  });

  it('is not given a day on which nobody works, nor further time where no law allows it', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    expect(await apologise(dossierId, '2026-11-29', '2026-11-26T08:00')).toMatchObject({
      refusal: { type: 'process.day-without-hours', fields: [{ pointer: '/newDueOn' }] },
    });
    expect(await extend(dossierId, 5, '2026-11-26T08:00')).toMatchObject({
      refusal: { type: 'dossiers.extension-not-lawful' },
    });
  });

  it('moves its forecast by further time that the law allows, and what ends within it is in time', async () => {
    await sql`insert into process.extension_rule (jurisdiction, sector, procedure_code, valid_from, unit, most, times, moves,
      name, source, certainty)
      values (1, '', '1.004873', '2026-01-01', 'working-days', 5, 1, true, 'Thử', 'Luật thử, Điều 1', 'unchecked')`.execute(
      test.owner,
    );
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    expect(await extend(dossierId, 6, '2026-11-27T10:00')).toMatchObject({
      refusal: { type: 'dossiers.extension-too-long', fields: [{ pointer: '/amount' }] },
    });
    expect(must(await extend(dossierId, 5, '2026-11-27T10:00')).dueAt).toBe(iso('2026-12-04T17:00'));
    expect(await extend(dossierId, 1, '2026-11-27T11:00')).toMatchObject({
      refusal: { type: 'dossiers.extension-used' },
    });
    const { clock } = await seen(dossierId, '2026-11-27T12:00');
    expect(clock).toMatchObject({
      promisedAt: iso('2026-11-27T17:00'),
      forecastAt: iso('2026-12-04T17:00'),
      promises: [{ kind: 'receipt' }, { kind: 'extension', late: false }],
    });
    expect(clock.forecastExplanation.join('\n')).toContain('gia hạn thêm 5 ngày làm việc');
    await world.runJobs();
    const { letters } = await seen(dossierId, '2026-11-27T12:00');
    expect(letters.find(({ form }) => form === 'extension')?.fileId).toBeDefined();
    expect(await finish(dossierId, '2026-12-03T10:00')).toBe(true);
  });
});
