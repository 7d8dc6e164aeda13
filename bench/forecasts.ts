/**
 * How long it takes to count 40,000 open forecasts anew and write them, as the application role under row-level security, in
 * one transaction: what saving a changed calendar does. `node bench/forecasts.ts`. Uses TEST_DATABASE_URL or its own server.
 */
import { loadavg } from 'node:os';
import type { Jurisdiction } from '../src/kernel/id.ts';
import { ok } from '../src/kernel/result.ts';
import { recountBy, writeRecounted } from '../src/modules/dossiers/store/recount-many.ts';
import { fillClocks } from '../src/modules/dossiers/testing/many-clocks.ts';
import { fillInbox } from '../src/modules/dossiers/testing/many-dossiers.ts';
import { compileCalendar, type UnitCalendar } from '../src/modules/process/public.ts';
import { aCalendar, daysOff } from '../src/modules/process/testing/builders.ts';
import { createDatabase } from '../src/platform/database.ts';
import { newUuidV7 } from '../src/platform/ids.ts';
import { inTransaction } from '../src/platform/transaction.ts';
import { onAFreshDatabase } from './on-a-fresh-database.ts';
import { processorTime, processorTimeOfServer } from './requests/processor-time.ts';

const clocks = 40_000;
const rounds = 5;
const now = new Date('2026-11-26T09:00:00+07:00');

async function measure(url: string, serverPid: number | undefined): Promise<void> {
  const used = () =>
    processorTime(process.pid) + (serverPid === undefined ? 0 : processorTimeOfServer(serverPid));
  const owner = createDatabase({ url, maxConnections: 2 });
  const db = createDatabase({ url, role: 'motcua_app', jurisdiction: 1, maxConnections: 2 });
  const unitId = newUuidV7();
  await fillInbox(owner, unitId, clocks, new Date('2026-10-01T08:00:00+07:00'));
  await fillClocks(owner, unitId, 'bench', now);
  const ctx = { jurisdiction: 1 as Jurisdiction, now };
  console.log(
    `load ${loadavg()[0]?.toFixed(1)}; ${clocks.toLocaleString('en')} open forecasts, every tenth suspended twice`,
  );
  for (let round = 1; round <= rounds; round++) {
    // Every second round takes a day away, so that every forecast moves each time.
    const off = round % 2 === 0 ? daysOff() : daysOff('2026-11-24', '2026-11-27', '2026-12-01');
    const calendar: UnitCalendar = { ...compileCalendar(aCalendar({ off })), code: 'bench', version: round };
    const usedBefore = used();
    const from = performance.now();
    const counted = await inTransaction(db, async (tx) => {
      const recounted = await recountBy(tx, ctx, calendar);
      const computed = performance.now();
      await writeRecounted(tx, ctx, calendar, recounted);
      return ok({ computed, recounted });
    });
    const until = performance.now();
    if (!counted.ok) throw new Error(counted.refusal.type);
    const { computed, recounted } = counted.value;
    const moved = recounted.filter(
      ({ clock, standing }) =>
        standing.kind === 'running' && standing.dueAt.getTime() !== clock.forecast_at?.getTime(),
    );
    console.log(
      `round ${round}: read and count ${ms(computed - from)}, write ${ms(until - computed)}, together ${ms(until - from)}, processor ${ms(used() - usedBefore)}; ${moved.length.toLocaleString('en')} moved`,
    );
  }
  await owner.destroy();
  await db.destroy();
}

function ms(milliseconds: number): string {
  return `${Math.round(milliseconds).toLocaleString('en')} ms`;
}

await onAFreshDatabase({ durable: true }, measure);
