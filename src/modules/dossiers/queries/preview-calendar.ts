import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import {
  calendarDraftInput,
  checkCalendar,
  compileCalendar,
  daysNotEightHours,
} from '../../process/public.ts';
import type { CalendarPreview } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { recountBy } from '../store/recount-many.ts';

const pageSize = 50;

/**
 * What open forecasts would become under a calendar not yet saved: how many would move, and a page of them behind
 * `after`, by dossier. Nothing is written. Codes and procedures only: no personal data.
 */
export async function previewCalendar(
  deps: DossierDeps,
  ctx: QueryContext,
  input: unknown,
  after = '',
): Promise<Result<CalendarPreview>> {
  if (ctx.actor.kind !== 'officer' || !can(ctx.actor, 'process.calendars'))
    return refuse('forbidden', 'process.calendars-not-allowed');
  const parsed = parseInput(calendarDraftInput, input);
  if (!parsed.ok) return parsed;
  const { calendar: code, definition } = parsed.value;
  const fields = checkCalendar(definition);
  if (fields.length > 0)
    return refuse('invalid', 'process.calendar-invalid', { params: { name: code }, fields });
  const recounted = await recountBy(deps.db, ctx, { ...compileCalendar(definition), code, version: 0 });
  const moved = recounted.flatMap(({ clock, standing }) =>
    standing.kind === 'running' &&
    clock.forecast_at &&
    standing.dueAt.getTime() !== clock.forecast_at.getTime()
      ? [{ dossierId: clock.dossier_id, before: clock.forecast_at, after: standing.dueAt }]
      : [],
  );
  const page = moved.filter(({ dossierId }) => dossierId > after).slice(0, pageSize + 1);
  const rows = page.slice(0, pageSize);
  const names = await namesOf(
    deps,
    ctx,
    rows.map(({ dossierId }) => dossierId),
  );
  const last = rows.at(-1);
  return ok({
    open: recounted.length,
    moved: moved.length,
    earlier: moved.filter((row) => row.after < row.before).length,
    notEightHours: daysNotEightHours(definition),
    rows: rows.map((row) => ({
      dossierId: row.dossierId,
      code: names.get(row.dossierId)?.code ?? '',
      procedureName: names.get(row.dossierId)?.procedure_name ?? '',
      before: row.before.toISOString(),
      after: row.after.toISOString(),
    })),
    ...(page.length > pageSize && last && { next: last.dossierId }),
  });
}

async function namesOf(deps: DossierDeps, ctx: QueryContext, ids: readonly Id<'dossier'>[]) {
  const rows = await many(
    deps.db,
    sql<{ dossier_id: string; code: string; procedure_name: string }>`
      select dossier_id, code, procedure_name from dossiers.dossier
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = any(${[...ids]}::uuid[])
    `,
  );
  return new Map(rows.map((row) => [row.dossier_id, row]));
}
