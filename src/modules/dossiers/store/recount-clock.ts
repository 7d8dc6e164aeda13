import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { type ProcedureVersion, timeLimitFor } from '../../catalogue/public.ts';
import { clockStanding, type DueRule, type Suspension, stepDue, stoppedSince } from '../../process/public.ts';
import { catalogueChannel } from '../core/catalogue-channel.ts';
import { findClock, saveStanding } from './clock-row.ts';
import type { DossierDeps } from './deps.ts';
import type { DossierRow } from './dossier-row.ts';
import { promisesOf } from './promises.ts';
import { standingUnit } from './standing-unit.ts';
import { suspensionsOf } from './suspension-log.ts';
import { tasksOf } from './tasks.ts';
import { moveTimers } from './timers.ts';

/**
 * Counts the clock of a locked dossier anew after its log, its rule or its unit changed: the stored forecast or what is
 * left, and the due times of its open steps. Counts by the calendar of whoever holds the counter's work today; an issued
 * promise is not touched.
 */
export async function recountClock(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
): Promise<Result<null>> {
  const clock = await findClock(tx, ctx.jurisdiction, dossier.dossier_id);
  if (!clock || clock.ended) return ok(null);
  const log = await suspensionsOf(tx, ctx.jurisdiction, dossier.dossier_id);
  const rule = clock.rule ?? (await pinnedRule(tx, ctx, deps, dossier)) ?? null;
  const calendar = calendarToday(ctx, deps, dossier);
  const dueCase = { receivedAt: clock.received_at, asOf: ctx.now, suspensions: log };
  const extensions = (await promisesOf(tx, ctx.jurisdiction, dossier.dossier_id)).flatMap(({ extension }) =>
    extension ? [extension] : [],
  );
  const standing = rule ? clockStanding(calendar, { ...dueCase, rule }, extensions) : undefined;
  if (standing && !standing.ok) return standing;
  const suspendedAt = stoppedSince(log) ?? null;
  await saveStanding(tx, ctx.jurisdiction, dossier.dossier_id, {
    rule,
    calendar,
    standing: standing?.value,
    suspendedAt,
  });
  await moveSteps(tx, ctx, deps, dossier, log, suspendedAt);
  if (suspendedAt === null) await moveTimers(tx, ctx, deps, dossier.dossier_id, log);
  return ok(null);
}

/** The calendar a forecast counts by: that of the receiving counter, or of whoever succeeded it. */
export function calendarToday(
  ctx: Pick<CommandContext, 'now'>,
  deps: Pick<DossierDeps, 'identity' | 'process'>,
  dossier: Pick<DossierRow, 'received_unit_id'>,
) {
  const today = plainDateOf(ctx.now);
  return deps.process.calendarOf(standingUnit(deps.identity.units, dossier.received_unit_id, today), today);
}

/** The published time limit of the version the dossier is pinned to. */
async function pinnedRule(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<DossierDeps, 'catalogue'>,
  dossier: Pick<DossierRow, 'procedure_version_id' | 'case_key' | 'channel' | 'submitted_at'>,
): Promise<DueRule | undefined> {
  const version = await deps.catalogue.getVersion(
    tx,
    ctx.jurisdiction,
    dossier.procedure_version_id,
    plainDateOf(dossier.submitted_at),
  );
  return version.ok ? knownRule(version.value, dossier) : undefined;
}

/** The time limit of a version for a dossier; undefined where it is "chưa đối chiếu": a promise is never invented. */
export function knownRule(
  version: ProcedureVersion,
  dossier: Pick<DossierRow, 'case_key' | 'channel'>,
): DueRule | undefined {
  const limit = timeLimitFor(version, dossier.case_key, catalogueChannel(dossier.channel));
  return limit?.certainty === 'unverified' ? undefined : limit?.rule;
}

/** Due times of the open steps with the log left out; while the clock stands still they only say since when. */
async function moveSteps(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  log: readonly Suspension[],
  suspendedAt: Date | null,
): Promise<void> {
  const today = plainDateOf(ctx.now);
  const open = (await tasksOf(tx, ctx.jurisdiction, dossier.dossier_id)).filter(
    (task) => task.closed_at === null && task.kind !== 'intake',
  );
  const moved = open.map((task) => {
    const calendar = deps.process.calendarOf(task.unit_id, today);
    const due =
      suspendedAt === null
        ? stepDue({ hours: task.hours }, task.accepted_at ?? task.opened_at, calendar, log, ctx.now)
        : undefined;
    return { taskId: task.task_id, dueAt: due ?? task.due_at, suspendedAt };
  });
  if (moved.length === 0) return;
  await sql`
    update dossiers.task t set due_at = m."dueAt", suspended_at = m."suspendedAt"
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb)
      as m("taskId" uuid, "dueAt" timestamptz, "suspendedAt" timestamptz)
    where t.jurisdiction = ${ctx.jurisdiction} and t.dossier_id = ${dossier.dossier_id} and t.task_id = m."taskId"
  `.execute(tx);
}
