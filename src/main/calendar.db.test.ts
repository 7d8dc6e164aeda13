import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { CalendarDefinition } from '../modules/process/public.ts';
import { many, one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { aMaritalStatusDossier } from './testing/marital-status.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const iso = (text: string) => new Date(`${text}:00+07:00`).toISOString();

/** Dossiers received on Monday 23/11/2026, due on Friday 27/11; then Wednesday 25/11 becomes a day off. */
describe('a calendar changed in the office', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let control: OfficerActor;
  let counter: OfficerActor;
  let running: string;
  let stopped: string;
  let shipped: CalendarDefinition;

  beforeAll(async () => {
    control = await world.officer('kiemsoat.tthc');
    counter = await world.officer('tiepnhan.tanninh');
    const specialist = await world.officer('hotich.tanninh');
    running = await aMaritalStatusDossier(world, counter, morning);
    stopped = await aMaritalStatusDossier(world, counter, morning);
    must(
      await dossiers().commands.suspendClock(world.as(specialist, morning), {
        dossierId: stopped,
        ground: 'verification',
        document: '15/CV-UBND',
      }),
    );
    const [current] = must(
      await world.product.modules.process.calendarHistory(world.as(control), 'tay-ninh'),
    );
    if (!current) throw new Error('no calendar');
    shipped = current.definition;
  }, 60_000);

  const withFlood = (): CalendarDefinition => ({
    ...shipped,
    off: [...shipped.off, { date: '2026-11-25' as PlainDate, name: 'Nghỉ do ngập lụt' }],
  });
  const change = (definition: CalendarDefinition, expectedVersion: number) =>
    dossiers().commands.changeCalendar(world.as(control), {
      calendar: 'tay-ninh',
      definition,
      expectedVersion,
      note: 'Công văn 01 của Chủ tịch tỉnh',
    });
  const clockOf = (dossierId: string) =>
    one(
      test.owner,
      sql<{ forecast: Date | null; promise: Date; left: object | null; version: number; step: Date }>`
        select c.forecast_at as forecast, p.due_at as promise, c.remaining as left, c.calendar_version as version,
          (select due_at from dossiers.task t where t.dossier_id = c.dossier_id and t.closed_at is null) as step
        from dossiers.clock c join dossiers.promise p on p.dossier_id = c.dossier_id
        where c.dossier_id = ${dossierId}`,
    );

  it('is previewed: what open forecasts would become, and nothing is written', async () => {
    const before = await clockOf(running);
    const preview = must(
      await dossiers().queries.previewCalendar(world.as(control), {
        calendar: 'tay-ninh',
        definition: withFlood(),
      }),
    );
    expect(preview).toMatchObject({ open: 2, moved: 1, earlier: 0, notEightHours: [] });
    expect(preview.rows).toMatchObject([
      { dossierId: running, before: iso('2026-11-27T17:00'), after: iso('2026-11-30T17:00') },
    ]);
    expect(await clockOf(running)).toEqual(before);
  });

  it('moves open forecasts and steps in one go, and no promise', async () => {
    const before = await clockOf(running);
    expect(must(await change(withFlood(), 1))).toEqual({ version: 2, forecasts: 1, steps: 1 });
    const after = await clockOf(running);
    expect(after.forecast?.toISOString()).toBe(iso('2026-11-30T17:00'));
    expect(after.promise).toEqual(before.promise);
    expect(after.version).toBe(2);
    // 14 hours from Monday 08:30, with Tuesday and now Wednesday off.
    expect([before.step.toISOString(), after.step.toISOString()]).toEqual([
      iso('2026-11-25T16:30'),
      iso('2026-11-26T16:30'),
    ]);
    expect((await clockOf(stopped)).left).toEqual({ unit: 'working-days', amount: 3 });
    const [action] = await many(
      test.owner,
      sql<{ facts: object }>`select facts from platform.action where command = 'process.save-calendar'`,
    );
    expect(action?.facts).toEqual({ calendar: 'tay-ninh', version: 2 });
  });

  it('moves the timers of open steps with them', async () => {
    const { fire } = await one(
      test.owner,
      sql<{
        fire: Date;
      }>`select fire_at as fire from dossiers.timer where dossier_id = ${running} and kind = 'warn'`,
    );
    // Three quarters of 14 hours: Wednesday 25/11 at 11:00, now a day off.
    expect(fire.toISOString()).toBe(iso('2026-11-26T11:00'));
  });

  it('the nightly count heals forecasts, steps, timers and clocks that were never counted', async () => {
    const before = await clockOf(running);
    await sql`update dossiers.clock set forecast_at = promised.at
      from (select '2026-01-01T00:00:00Z'::timestamptz as at) promised where dossier_id = ${running}`.execute(
      test.owner,
    );
    const never = await aMaritalStatusDossier(world, counter, morning);
    await sql`update dossiers.clock set rule = null, calendar = null, calendar_version = null, forecast_at = null
      where dossier_id = ${never}`.execute(test.owner);
    await sql`update dossiers.timer set fire_at = '2026-01-01' where dossier_id = ${running}`.execute(
      test.owner,
    );
    expect(world.product.schedule).toHaveProperty('dossiers.recount-clocks');
    await world.product.tasks['dossiers.recount-clocks']?.({});
    expect(await clockOf(running)).toEqual(before);
    expect((await clockOf(never)).forecast?.toISOString()).toBe(iso('2026-11-30T17:00'));
    const { fire } = await one(
      test.owner,
      sql<{
        fire: Date;
      }>`select fire_at as fire from dossiers.timer where dossier_id = ${running} and kind = 'warn'`,
    );
    expect(fire.toISOString()).toBe(iso('2026-11-26T11:00'));
  });

  it('is used at once for what comes in now', async () => {
    const next = await aMaritalStatusDossier(world, counter, morning);
    expect((await clockOf(next)).promise.toISOString()).toBe(iso('2026-11-30T17:00'));
  });

  it('is refused to whoever saw an older version, and when a day does not exist', async () => {
    expect(await change(shipped, 1)).toMatchObject({ refusal: { type: 'process.calendar-changed' } });
    expect(await change(withFlood(), 2)).toMatchObject({ refusal: { type: 'process.calendar-same' } });
    const wrong = { ...shipped, off: [{ date: '2026-02-30' as PlainDate }] };
    expect(await change(wrong, 2)).toMatchObject({ refusal: { fields: [{ pointer: '/off/0' }] } });
  });

  it('is undone by writing an earlier version again', async () => {
    expect(must(await change(shipped, 2)).version).toBe(3);
    expect((await clockOf(running)).forecast?.toISOString()).toBe(iso('2026-11-27T17:00'));
    const history = must(await world.product.modules.process.calendarHistory(world.as(control), 'tay-ninh'));
    expect(history.map(({ version, origin, by }) => [version, origin, by])).toEqual([
      [3, 'office', 'Nghiêm Thị Lan Chi'],
      [2, 'office', 'Nghiêm Thị Lan Chi'],
      [1, 'reference', undefined],
    ]);
  });
});
