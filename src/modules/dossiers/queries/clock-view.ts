import type { QueryContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { officeMinutesBetween } from '../../process/public.ts';
import type { ClockView } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { standingUnit } from '../store/standing-unit.ts';

/** The promise as issued, its explanation, and how much working time is left until it. */
export function clockView(deps: DossierDeps, ctx: QueryContext, dossier: DossierRow): ClockView {
  const { accepted_at, promised_at, promise, completed_at } = dossier;
  const running = promised_at !== null && completed_at === null;
  return {
    ...(accepted_at && { receivedAt: accepted_at.toISOString() }),
    ...(promised_at && { promisedAt: promised_at.toISOString() }),
    explanation: promise?.explanation ?? [],
    forecast: promise?.forecast ?? false,
    ...(running && { leftMinutes: leftMinutes(deps, ctx, dossier, promised_at) }),
  };
}

function leftMinutes(deps: DossierDeps, ctx: QueryContext, dossier: DossierRow, promisedAt: Date): number {
  const today = plainDateOf(ctx.now);
  const received = standingUnit(deps.identity.units, dossier.received_unit_id, today);
  const calendar = deps.process.calendarOf(received, today);
  return officeMinutesBetween(calendar, ctx.now, promisedAt);
}
