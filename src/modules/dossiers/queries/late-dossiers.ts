import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { many } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { lentWithinLimits, reachesNothing, refuseStale, scopeFor } from '../../identity/public.ts';
import { officeMinutesBetween, type Suspension } from '../../process/public.ts';
import { type LatePage, type LateRow, lateFilter, type UnitLabel } from '../contract.ts';
import type { LatenessAccount } from '../core/lateness.ts';
import type { DossierDeps } from '../store/deps.ts';
import { calendarToday } from '../store/recount-clock.ts';
import { type LateReach, type LateRowRead, lateRows } from './late-rows.ts';
import { latenessOf, type StayRow } from './lateness-of.ts';
import { unitLabel } from './unit-label.ts';

const pageSize = 50;
/** Read at once: whose delay it is is counted, not stored, so a filter by cause looks through more than a page. */
const bite = 500;
/** Looked through for one page; the next page goes on behind. */
const mostBites = 10;
const cursorShape = z.tuple([cursorInstant, z.uuid()]);

type Caused = LateRowRead & { readonly account: LatenessAccount };

export interface LateOptions {
  readonly cursor?: string | undefined;
  /** The list leaves as a file: larger pages, after a fresh proof. */
  readonly isExport?: boolean;
}

/**
 * One page of the dossiers whose time has run out, longest promised first, within the units the officer may read, each with
 * the step of the unit that used most beyond its share ("xác định được ngay là do cơ quan nào").
 */
export async function lateDossiers(
  deps: DossierDeps,
  ctx: QueryContext,
  input: unknown,
  { cursor, isExport = false }: LateOptions = {},
): Promise<Result<LatePage>> {
  const scope = scopeFor(ctx.actor, 'dossiers.read');
  const limited = lentWithinLimits(ctx.actor);
  if (ctx.actor.kind !== 'officer' || (reachesNothing(scope) && limited.length === 0))
    return refuse('forbidden', 'dossiers.not-allowed');
  const stale = isExport ? refuseStale(ctx) : undefined;
  if (stale) return stale;
  const filter = parseInput(lateFilter, input);
  if (!filter.ok) return filter;
  const start = readCursor(cursorShape, cursor);
  if (!start.ok) return start;
  const unitsOf = (id: string | undefined) =>
    id === undefined ? null : deps.identity.units.scopeOf(id as Id<'unit'>, plainDateOf(ctx.now));
  const reach = {
    units: scope.kind === 'units' ? scope.unitIds : null,
    sectors: scope.kind === 'units' ? scope.sectors : [],
    limited,
    decidedBy: unitsOf(filter.value.unit),
    onlyEssential: filter.value.essential === true,
  };
  const causes = unitsOf(filter.value.cause);
  const size = isExport ? bite : pageSize;
  const wanted: Caused[] = [];
  const seen: Caused[] = [];
  let last: readonly [string, string] | undefined = start.value;
  let isEnd = false;
  for (let bites = 0; !isEnd && wanted.length <= size && bites < mostBites; bites++) {
    const rows: readonly Caused[] = await readBite(deps, ctx, reach, last);
    seen.push(...rows);
    wanted.push(
      ...rows.filter(
        ({ account }) => causes === null || causes.includes(account.cause?.unitId as Id<'unit'>),
      ),
    );
    isEnd = rows.length < bite;
    last = keyOf(rows.at(-1)) ?? last;
  }
  const items = wanted.slice(0, size);
  const behind = wanted.length > size ? keyOf(items.at(-1)) : isEnd ? undefined : last;
  await recordRead(deps.db, ctx, deps.newId, {
    query: isExport ? 'dossiers.late-export' : 'dossiers.late',
    subjectIds: items.map((row) => row.dossier_id),
  });
  const labels = (ids: readonly (string | undefined)[]) =>
    labelled(ids.flatMap((id) => (id === undefined ? [] : [unitLabel(deps, ctx, id)])));
  return ok({
    items: items.map((row) => rowOf(deps, ctx, row)),
    ...(behind && { next: writeCursor(behind) }),
    units: labels([...seen.map((row) => row.competent_unit_id), filter.value.unit]),
    causes: labels([...seen.map(({ account }) => account.cause?.unitId), filter.value.cause]),
  });
}

async function readBite(
  deps: DossierDeps,
  ctx: QueryContext,
  reach: LateReach,
  after: readonly [string, string] | undefined,
): Promise<readonly Caused[]> {
  const rows = await many(deps.db, lateRows(ctx, reach, after, bite));
  const ids = rows.map((row) => row.dossier_id);
  const stays = await staysOf(deps, ctx, ids);
  const logs = await logsOf(deps, ctx, ids);
  return rows.map((row) => ({
    ...row,
    account: latenessOf(deps, ctx, stays.get(row.dossier_id) ?? [], logs.get(row.dossier_id) ?? []),
  }));
}

async function staysOf(deps: DossierDeps, ctx: QueryContext, ids: readonly string[]) {
  const rows = await many(
    deps.db,
    sql<StayRow & { readonly dossier_id: string }>`
      select dossier_id, step_key, step_name, kind, unit_id, hours::float8 as hours, opened_at, closed_at
      from dossiers.task
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = any(${[...ids]}::uuid[])
      order by dossier_id, opened_at, task_id
    `,
  );
  return Map.groupBy(rows, (row) => row.dossier_id);
}

async function logsOf(deps: DossierDeps, ctx: QueryContext, ids: readonly string[]) {
  const rows = await many(
    deps.db,
    sql<Suspension & { readonly dossier_id: string }>`
      select dossier_id, effect, from_at as "from", to_at as "to" from dossiers.suspension
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = any(${[...ids]}::uuid[])
      order by dossier_id, from_at
    `,
  );
  return Map.groupBy(rows, (row) => row.dossier_id);
}

function rowOf(deps: DossierDeps, ctx: QueryContext, row: Caused): LateRow {
  const { cause } = row.account;
  return {
    dossierId: row.dossier_id,
    code: row.code,
    procedureName: row.procedure_name,
    ownerName: row.owner_name,
    isEssential: row.is_essential,
    promisedAt: row.promised_at.toISOString(),
    lateMinutes: officeMinutesBetween(calendarToday(ctx, deps, row), row.late_since, ctx.now),
    unit: unitLabel(deps, ctx, row.competent_unit_id),
    ...(cause && {
      cause: {
        stepName: cause.stepName,
        unit: unitLabel(deps, ctx, cause.unitId),
        overMinutes: cause.overMinutes,
      },
    }),
  };
}

function keyOf(row: Caused | undefined): readonly [string, string] | undefined {
  return row && [row.sort_key, row.dossier_id];
}

/** Each unit once, by name. */
function labelled(units: readonly UnitLabel[]): readonly UnitLabel[] {
  const once = new Map(units.map((unit) => [unit.unitId, unit]));
  return [...once.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}
