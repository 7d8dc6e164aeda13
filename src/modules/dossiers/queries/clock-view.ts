import type { QueryContext } from '../../../kernel/context.ts';
import { explainStanding, officeMinutesBetween, renderExplanation } from '../../process/public.ts';
import type { ClockView, PromiseView, SuspensionView } from '../contract.ts';
import { type ClockRow, findClock } from '../store/clock-row.ts';
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
    forecastExplanation: clock ? await explained(deps, ctx, clock, promises, log) : [],
    ...(clock?.remaining && { remaining: clock.remaining }),
    ...(clock?.suspended_at && { suspendedSince: clock.suspended_at.toISOString() }),
    ...(due && clock?.ended === false && { leftMinutes: leftMinutes(deps, ctx, dossier, due) }),
  };
}

/** Told from the version of the calendar it was counted by, so that it says why the stored date is what it is. */
async function explained(
  deps: DossierDeps,
  ctx: QueryContext,
  clock: ClockRow,
  promises: readonly PromiseRow[],
  log: readonly LoggedSuspension[],
): Promise<readonly string[]> {
  const { rule, calendar, calendar_version: version, forecast_at } = clock;
  if (!rule || !forecast_at || calendar === null || version === null) return [];
  const counted = await deps.process.calendarVersion(deps.db, calendar, version);
  if (!counted) return [];
  const dueCase = { rule, receivedAt: clock.received_at, asOf: ctx.now, suspensions: log };
  const extensions = promises.flatMap(({ extension }) => (extension ? [extension] : []));
  const lines = explainStanding(counted, dueCase, extensions);
  return lines.ok ? renderExplanation(lines.value) : [];
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
    ...(line.awaits && { awaits: true }),
  };
}
