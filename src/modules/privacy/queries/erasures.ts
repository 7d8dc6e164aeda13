import type { QueryContext } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { ErasureListView, ErasureState, ErasureTrace, ErasureView } from '../contract.ts';
import { keeperOf } from '../core/keeper.ts';
import { type ErasureRow, findErasure, itemsOf, newestErasures, tracesOf } from '../store/erasures.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { unitName } from './retention.ts';

const mostShown = 30;

/** Lists to erase in the keeper's reach, newest first. */
export async function erasureLists(
  deps: PrivacyDeps,
  ctx: QueryContext,
): Promise<Result<readonly ErasureView[]>> {
  const keeper = keeperOf(ctx);
  if (!keeper.ok) return keeper;
  const rows = await newestErasures(deps.db, ctx.jurisdiction, keeper.value.scope, mostShown);
  return ok(await viewsOf(deps, ctx, rows));
}

/** One of them with every dossier in it. */
export async function erasureList(
  deps: PrivacyDeps,
  ctx: QueryContext,
  erasureId: string,
): Promise<Result<ErasureListView>> {
  const keeper = keeperOf(ctx);
  if (!keeper.ok) return keeper;
  const { actor, scope } = keeper.value;
  const row = isUuid(erasureId) ? await findErasure(deps.db, ctx.jurisdiction, scope, erasureId) : undefined;
  const [view] = row ? await viewsOf(deps, ctx, [row]) : [];
  if (!row || !view) return refuse('not-found', 'privacy.erasure-not-found');
  const lines = await itemsOf(deps.db, ctx.jurisdiction, erasureId);
  return ok({
    ...view,
    lines: lines.map((line) => ({
      dossierId: line.dossier_id,
      code: line.dossier_code,
      procedureName: line.procedure_name,
      unit: unitName(deps, ctx, line.unit_id),
      endedOn: line.ended_on,
      dueOn: line.due_on,
      kinds: line.kinds,
      basis: line.basis,
      ...(line.erased_at && { erasedAt: line.erased_at.toISOString() }),
      ...(line.left_because && { leftBecause: line.left_because }),
    })),
    mayConfirm: view.state === 'fixed' && row.fixed_by_person !== actor.personId,
  });
}

/** What was erased of a dossier and under which rule: for pages that have shown the dossier itself. */
export async function erasureTraces(
  deps: PrivacyDeps,
  ctx: QueryContext,
  dossierId: string,
): Promise<readonly ErasureTrace[]> {
  if (!isUuid(dossierId)) return [];
  const rows = await tracesOf(deps.db, ctx.jurisdiction, dossierId);
  return rows.map((row) => ({
    erasedAt: row.erased_at.toISOString(),
    kinds: row.kinds,
    basis: row.basis,
    source: row.source,
    decisionNumber: row.decision_number,
  }));
}

async function viewsOf(
  deps: PrivacyDeps,
  ctx: QueryContext,
  rows: readonly ErasureRow[],
): Promise<readonly ErasureView[]> {
  const accounts = [
    ...new Set(rows.flatMap((row) => [row.fixed_by, ...(row.confirmed_by ? [row.confirmed_by] : [])])),
  ];
  const people = await deps.identity.describeAccounts(deps.db, accounts, plainDateOf(ctx.now));
  return rows.map((row) => ({
    erasureId: row.erasure_id,
    state: stateOf(row),
    fixedAt: row.fixed_at.toISOString(),
    fixedBy: people.get(row.fixed_by)?.name ?? '',
    items: row.items,
    ...(row.decision_number !== null && { decisionNumber: row.decision_number }),
    ...(row.decided_on !== null && { decidedOn: row.decided_on }),
    ...(row.confirmed_at && { confirmedAt: row.confirmed_at.toISOString() }),
    ...(row.confirmed_by && { confirmedBy: people.get(row.confirmed_by)?.name ?? '' }),
    ...(row.finished_at && { finishedAt: row.finished_at.toISOString() }),
  }));
}

function stateOf(row: ErasureRow): ErasureState {
  if (row.dropped_at) return 'dropped';
  if (row.finished_at) return 'finished';
  return row.confirmed_at ? 'running' : 'fixed';
}
