import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Page } from '../../../kernel/page.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { recordRead } from '../../../platform/journal.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { type DuePage, dueFilter, type HoldView } from '../contract.ts';
import { deadlineOn } from '../core/deadlines.ts';
import { keeperOf } from '../core/keeper.ts';
import { openHolds } from '../store/holds.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { countDue, dueProcedures, dueRows } from '../store/retention-due.ts';
import { holdContext } from '../store/sealed-tables.ts';

const pageSize = 30;
const mostPrinted = 500;

/** What is due or near in the keeper's reach, soonest first; no facts about people stand in it. */
export async function dueList(
  deps: PrivacyDeps,
  ctx: QueryContext,
  input: unknown,
  options: { readonly cursor?: string | undefined; readonly whole?: boolean } = {},
): Promise<Result<DuePage>> {
  const keeper = keeperOf(ctx);
  if (!keeper.ok) return keeper;
  const filter = parseInput(dueFilter, input);
  if (!filter.ok) return filter;
  const after = readCursor(z.tuple([z.iso.date(), z.uuid()]), options.cursor);
  if (!after.ok) return after;
  const { state, procedureCode } = filter.value;
  const today = plainDateOf(ctx.now);
  const { scope } = keeper.value;
  const of = { jurisdiction: ctx.jurisdiction, scope, today, procedureCode };
  const size = options.whole === true ? mostPrinted : pageSize;
  const rows = await dueRows(deps.db, of, { state, after: after.value, limit: size + 1 });
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return ok({
    items: shown.map((row) => ({
      dossierId: row.dossier_id,
      code: row.dossier_code,
      procedureCode: row.procedure_code,
      procedureName: row.procedure_name,
      unit: unitName(deps, ctx, row.unit_id),
      endedOn: row.ended_on,
      dueOn: row.due_on,
      kinds: row.kinds,
      basis: row.basis,
      source: row.source,
      state: row.state,
      ...(row.warned_at && { warnedAt: row.warned_at.toISOString() }),
    })),
    counts: await countDue(deps.db, of),
    warnDays: deadlineOn(deps.deadlines, 'erasing-warning', today).days,
    procedures: await dueProcedures(deps.db, { jurisdiction: ctx.jurisdiction, scope, today }),
    ...(rows.length > size && last && { next: writeCursor([last.due_on, last.dossier_id]) }),
  });
}

/** Open holds in the keeper's reach, newest first; why is free text, so a page read is a row of the journal. */
export async function holdList(
  deps: PrivacyDeps,
  ctx: QueryContext,
  cursor: string | undefined,
): Promise<Result<Page<HoldView>>> {
  const keeper = keeperOf(ctx);
  if (!keeper.ok) return keeper;
  const after = readCursor(z.tuple([cursorInstant, z.uuid()]), cursor);
  if (!after.ok) return after;
  const rows = await openHolds(deps.db, ctx.jurisdiction, keeper.value.scope, {
    after: after.value,
    limit: pageSize + 1,
  });
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const subjectIds = shown.map((row) => row.dossier_id);
  await recordRead(deps.db, ctx, deps.newId, { query: 'privacy.open-holds', subjectIds });
  const accounts = [...new Set(shown.map((row) => row.put_by))];
  const people = await deps.identity.describeAccounts(deps.db, accounts, plainDateOf(ctx.now));
  return ok({
    items: shown.map((row) => ({
      holdId: row.hold_id,
      dossierId: row.dossier_id,
      code: row.dossier_code,
      ground: row.ground,
      reason: row.reason_sealed === null ? '' : deps.seal.open(row.reason_sealed, holdContext),
      decisionNumber: row.decision_number,
      ...(row.until_on !== null && { untilOn: row.until_on }),
      putAt: row.put_at.toISOString(),
      putBy: people.get(row.put_by)?.name ?? '',
    })),
    ...(rows.length > pageSize && last && { next: writeCursor([last.put_text, last.hold_id]) }),
  });
}

/** Name of a unit today, or as it was last called. */
export function unitName(deps: PrivacyDeps, ctx: QueryContext, unitId: Id<'unit'>): string {
  const { units } = deps.identity;
  return (units.unitOn(unitId, plainDateOf(ctx.now)) ?? units.latest(unitId))?.name ?? '';
}
