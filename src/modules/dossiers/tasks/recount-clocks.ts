import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { ok } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { DossierDeps } from '../store/deps.ts';
import { lockDossier } from '../store/dossier-row.ts';
import { moveOpenSteps } from '../store/move-steps.ts';
import { recountClock } from '../store/recount-clock.ts';
import { isStale, recountBy, writeRecounted } from '../store/recount-many.ts';

/** Counts every open clock anew; each night and after reference data was loaded. */
export const recountClocksTask = 'dossiers.recount-clocks';

/**
 * Heals what a loaded calendar or a clock without a first count left stale: forecasts, open steps and timers of each calendar
 * in one transaction, then one by one the clocks that have no rule or calendar yet. Returns how many forecasts were written.
 */
export async function recountClocks(
  deps: DossierDeps,
  jurisdiction: Jurisdiction,
  now: Date,
): Promise<number> {
  const ctx: CommandContext = {
    jurisdiction,
    actor: { kind: 'system', task: recountClocksTask },
    now,
    origin: { ip: undefined, userAgent: undefined },
    requestId: deps.newId<'request'>(),
  };
  let written = 0;
  for (const code of await calendarsInUse(deps, ctx)) {
    const calendar = deps.process.calendarNamed(code);
    if (!calendar) continue;
    await inTransaction(deps.db, async (tx) => {
      const stale = (await recountBy(tx, ctx, calendar)).filter((each) => isStale(each, calendar));
      await writeRecounted(tx, ctx, calendar, stale);
      await moveOpenSteps(tx, ctx, deps, calendar);
      written += stale.length;
      return ok(null);
    });
  }
  for (const dossierId of await uncounted(deps, ctx)) {
    await inTransaction(deps.db, async (tx) => {
      const dossier = await lockDossier(tx, jurisdiction, dossierId);
      return dossier ? recountClock(tx, ctx, deps, dossier) : ok(null);
    });
    written++;
  }
  return written;
}

async function calendarsInUse(deps: DossierDeps, ctx: CommandContext): Promise<readonly string[]> {
  const rows = await many(
    deps.db,
    sql<{ calendar: string }>`
      select distinct calendar from dossiers.clock
      where jurisdiction = ${ctx.jurisdiction} and not ended and calendar is not null
      order by calendar
    `,
  );
  return rows.map(({ calendar }) => calendar);
}

async function uncounted(deps: DossierDeps, ctx: CommandContext): Promise<readonly Id<'dossier'>[]> {
  const rows = await many(
    deps.db,
    sql<{ dossier_id: Id<'dossier'> }>`
      select dossier_id from dossiers.clock
      where jurisdiction = ${ctx.jurisdiction} and not ended and (calendar is null or rule is null)
      order by dossier_id
    `,
  );
  return rows.map(({ dossier_id }) => dossier_id);
}
