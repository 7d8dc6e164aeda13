import type { QueryContext } from '../../../kernel/context.ts';
import { officeMinutesBetween, renderExplanation } from '../../process/public.ts';
import type { ClockView, PromiseView, SuspensionView } from '../contract.ts';
import { findClock } from '../store/clock-row.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { type PromiseRow, promisesOf } from '../store/promises.ts';
import { calendarToday } from '../store/recount-clock.ts';
import { type LoggedSuspension, suspensionsOf } from '../store/suspension-log.ts';

/** What was promised, what is to be expected or what is left, and what the law has left out, each as it is stored. */
export async function clockView(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
): Promise<ClockView> {
  const id = dossier.dossier_id;
  const clock = await findClock(deps.db, ctx.jurisdiction, id);
  const promises = await promisesOf(deps.db, ctx.jurisdiction, id);
  const log = await suspensionsOf(deps.db, ctx.jurisdiction, id);
  const { accepted_at, promised_at } = dossier;
  const [first] = promises;
  const due = clock?.forecast_at ?? null;
  return {
    ...(accepted_at && { receivedAt: accepted_at.toISOString() }),
    ...(promised_at && { promisedAt: promised_at.toISOString() }),
    explanation: first?.explanation ?? [],
    forecast: first?.forecast ?? false,
    promises: promises.map(promiseView),
    suspensions: log.map(suspensionView),
    ...(due && { forecastAt: due.toISOString() }),
    forecastExplanation: renderExplanation(clock?.forecast?.lines ?? []),
    ...(clock?.remaining && { remaining: clock.remaining }),
    ...(clock?.suspended_at && { suspendedSince: clock.suspended_at.toISOString() }),
    ...(due && clock?.ended === false && { leftMinutes: leftMinutes(deps, ctx, dossier, due) }),
  };
}

function leftMinutes(deps: DossierDeps, ctx: QueryContext, dossier: DossierRow, due: Date): number {
  return officeMinutesBetween(calendarToday(ctx, deps, dossier), ctx.now, due);
}

function promiseView(row: PromiseRow): PromiseView {
  return {
    kind: row.kind,
    dueAt: row.due_at.toISOString(),
    issuedAt: row.issued_at.toISOString(),
    explanation: row.explanation,
    late: row.late,
    ...(row.reason !== null && { reason: row.reason }),
  };
}

function suspensionView(line: LoggedSuspension): SuspensionView {
  return {
    suspensionId: line.suspensionId,
    ground: line.ground,
    groundName: line.groundName,
    source: line.source,
    effect: line.effect,
    ...(line.document !== null && { document: line.document }),
    from: line.from.toISOString(),
    ...(line.to && { to: line.to.toISOString() }),
  };
}
