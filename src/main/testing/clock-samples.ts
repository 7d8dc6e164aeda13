import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';

import type { SeededProduct } from './seeded-product.ts';

/** Inputs about the clock of a birth registration on its way; each call makes a new dossier. */
export function clockSamples(
  world: SeededProduct,
  test: TestDatabase,
  aRunning: () => Promise<{ readonly dossierId: string }>,
  specialist: () => Actor,
) {
  const anOutage = async () => ({ dossierId: (await aRunning()).dossierId, ground: 'outage' });

  async function anOpenLine() {
    const input = await anOutage();
    const { suspendClock } = world.product.modules.dossiers.commands;
    const { suspensionId } = must(await suspendClock(world.as(specialist()), input));
    return { dossierId: input.dossierId, suspensionId };
  }

  const anApology = async () => ({
    dossierId: (await aRunning()).dossierId,
    newDueOn: '2026-11-26',
    reason: 'Phải tra sổ giấy tại kho lưu trữ',
  });

  /** No law gives a birth further time; a rule made for the occasion does. */
  async function anExtension() {
    await sql`insert into process.extension_rule (jurisdiction, sector, procedure_code, valid_from, unit, most, times, moves,
      name, source, certainty)
      values (1, '', '1.001193', '2026-01-01', 'working-days', 5, 1, true, 'Thử', 'test', 'unchecked')
      on conflict do nothing`.execute(test.owner);
    const { dossierId } = await aRunning();
    return { dossierId, amount: 2, reason: 'Phải xác minh thêm theo quy định' };
  }

  const aCalendar = () => ({
    calendar: `thu-${newUuidV7()}`,
    expectedVersion: 0,
    note: 'Lịch thử',
    definition: { hours: { 1: [['07:00', '11:30']] }, off: [], makeUp: [] },
  });

  return { aCalendar, anOutage, anOpenLine, anApology, anExtension };
}
