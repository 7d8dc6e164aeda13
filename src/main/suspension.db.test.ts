import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { aMaritalStatusDossier } from './testing/marital-status.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const at = (text: string) => new Date(`${text}:00+07:00`);
const iso = (text: string) => at(text).toISOString();

/** Received on Monday 23/11/2026 at 08:30; Tuesday 24/11 is a holiday: three working days end on Friday 27/11. */
describe('a dossier whose clock is stopped', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let counter: OfficerActor;
  let specialist: OfficerActor;
  let stranger: OfficerActor;

  beforeAll(async () => {
    counter = await world.officer('tiepnhan.tanninh');
    specialist = await world.officer('hotich.tanninh');
    stranger = await world.officer('hotich.tanbien');
  }, 60_000);

  const suspend = (dossierId: string, now: string, more: object = {}) =>
    dossiers().commands.suspendClock(world.as(specialist, at(now)), {
      dossierId,
      ground: 'verification',
      document: '15/CV-UBND',
      ...more,
    });
  const resume = (dossierId: string, suspensionId: string, now: string) =>
    dossiers().commands.resumeClock(world.as(specialist, at(now)), { dossierId, suspensionId });
  const seen = async (dossierId: string, now: string) =>
    must(await dossiers().queries.getOfficeDossier(world.as(specialist, at(now)), dossierId));

  it('is promised and forecast the same at first', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    const { clock } = await seen(dossierId, '2026-11-23T09:00');
    expect(clock).toMatchObject({
      promisedAt: iso('2026-11-27T17:00'),
      forecastAt: iso('2026-11-27T17:00'),
      promises: [{ kind: 'receipt', late: false }],
      suspensions: [],
    });
    expect(clock.forecastExplanation).toEqual(clock.explanation);
    expect(clock.remaining).toBeUndefined();
  });

  it('keeps what is left while it stands still, and its promise; then forecasts later, and its steps too', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    const { suspensionId } = must(await suspend(dossierId, '2026-11-25T10:00'));
    const stopped = await seen(dossierId, '2026-11-27T16:00');
    expect(stopped.nationalStatus).toBe(6);
    expect(stopped.clock).toMatchObject({
      promisedAt: iso('2026-11-27T17:00'),
      remaining: { unit: 'working-days', amount: 3 },
      suspendedSince: iso('2026-11-25T10:00'),
      suspensions: [{ ground: 'verification', effect: 'continue', document: '15/CV-UBND' }],
    });
    expect(stopped.clock.forecastAt).toBeUndefined();
    expect(stopped.clock.leftMinutes).toBeUndefined();

    must(await resume(dossierId, suspensionId, '2026-11-30T10:00'));
    const running = await seen(dossierId, '2026-11-30T10:00');
    expect(running.nationalStatus).toBe(2);
    expect(running.clock).toMatchObject({
      promisedAt: iso('2026-11-27T17:00'),
      forecastAt: iso('2026-12-02T17:00'),
      suspensions: [{ from: iso('2026-11-25T10:00'), to: iso('2026-11-30T10:00') }],
    });
    expect(running.clock.remaining).toBeUndefined();
    expect(running.clock.forecastExplanation.join('\n')).toContain('tạm dừng, không tính 3 ngày');
    // 14 hours: 6.5 on Monday, 3 on Wednesday until 10:00, 4.5 from Monday 10:00 on.
    const step = running.tasks.find((task) => task.kind === 'work');
    expect(step?.dueAt).toBe(iso('2026-11-30T16:30'));
    expect(running.timeline.map((entry) => entry.key)).toEqual(
      expect.arrayContaining(['suspended', 'resumed']),
    );
  });

  it('is stopped once at a time; an outage beside it is logged and stops nothing', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    const outage = must(await suspend(dossierId, '2026-11-23T14:00', { ground: 'outage' }));
    expect((await seen(dossierId, '2026-11-23T14:00')).clock.forecastAt).toBe(iso('2026-11-27T17:00'));
    must(await suspend(dossierId, '2026-11-23T15:00'));
    expect(await suspend(dossierId, '2026-11-23T15:01', { ground: 'financial-duty' })).toMatchObject({
      refusal: { type: 'dossiers.already-suspended', params: { ground: 'Chờ xác minh tại địa phương khác' } },
    });
    must(await resume(dossierId, outage.suspensionId, '2026-11-23T16:00'));
    expect(await seen(dossierId, '2026-11-23T16:00')).toMatchObject({
      nationalStatus: 6,
      clock: { suspendedSince: iso('2026-11-23T15:00') },
    });
    expect(await resume(dossierId, outage.suspensionId, '2026-11-23T16:01')).toMatchObject({
      refusal: { type: 'dossiers.not-suspended' },
    });
  });

  it('needs a paper, a ground the regime knows, and somebody who works on it', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    expect(await suspend(dossierId, '2026-11-23T14:00', { document: undefined })).toMatchObject({
      refusal: { type: 'dossiers.document-needed', fields: [{ pointer: '/document' }] },
    });
    const before = { dossierId, ground: 'outage' };
    const early = world.as(specialist, at('2015-01-05T09:00'));
    expect(await dossiers().commands.suspendClock(early, before)).toMatchObject({
      refusal: { type: 'dossiers.ground-unknown' },
    });
    expect(await dossiers().commands.suspendClock(world.as(stranger), before)).toMatchObject({
      refusal: { type: 'dossiers.not-allowed' },
    });
    const { suspensions } = (await seen(dossierId, '2026-11-23T15:00')).clock;
    expect(suspensions).toEqual([]);
  });

  it('has a log that the database itself keeps whole and apart', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    const { suspensionId } = must(await suspend(dossierId, '2026-11-25T10:00'));
    must(await resume(dossierId, suspensionId, '2026-11-26T10:00'));
    const forbidden = [
      sql`update dossiers.suspension set to_at = null where suspension_id = ${suspensionId}`,
      sql`update dossiers.suspension set from_at = '2026-11-24T10:00:00+07:00' where suspension_id = ${suspensionId}`,
      sql`delete from dossiers.suspension where suspension_id = ${suspensionId}`,
      sql`update dossiers.promise set due_at = due_at + interval '1 day' where dossier_id = ${dossierId}`,
      sql`insert into dossiers.suspension (jurisdiction, dossier_id, suspension_id, ground, ground_name, source, certainty,
          effect, from_at)
        select jurisdiction, dossier_id, gen_random_uuid(), ground, ground_name, source, certainty, effect,
          from_at + interval '1 hour' from dossiers.suspension where suspension_id = ${suspensionId}`,
    ];
    for (const statement of forbidden) await expect(statement.execute(test.db)).rejects.toThrow();
  });
});
