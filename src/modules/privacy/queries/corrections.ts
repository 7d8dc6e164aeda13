import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { readCursor, writeCursor } from '../../../platform/cursor.ts';
import { many } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import { reachesNothing, scopeFor } from '../../identity/public.ts';
import type { CorrectionView, OfficeCorrectionView } from '../contract.ts';
import { ownAccountsAlone } from '../core/own-accounts-alone.ts';
import {
  type CorrectionRow,
  correctionColumns,
  correctionsOf,
  correctionView,
} from '../store/corrections.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';

const pageSize = 20;
const cursorShape = z.tuple([z.iso.date(), z.uuid()]);

/** What the caller asked, newest first. */
export async function myCorrections(
  deps: PrivacyDeps,
  ctx: QueryContext,
): Promise<readonly CorrectionView[]> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return [];
  const accounts = ownAccountsAlone(actor);
  const rows = await correctionsOf(deps.db, ctx.jurisdiction, actor.personId, accounts, 50);
  return rows.map((row) => correctionView(deps.seal, row));
}

/** What waits for an answer where the officer may give it, soonest due first. A page read is a row of the journal. */
export async function openCorrections(
  deps: PrivacyDeps,
  ctx: QueryContext,
  cursor: string | undefined,
): Promise<Result<Page<OfficeCorrectionView>>> {
  const scope = scopeFor(ctx.actor, 'privacy.answer');
  if (reachesNothing(scope)) return refuse('forbidden', 'privacy.not-allowed');
  const after = readCursor(cursorShape, cursor);
  if (!after.ok) return after;
  const within =
    scope.kind === 'jurisdiction' ? sql`` : sql`and unit_id = any(${[...scope.unitIds]}::uuid[])`;
  const beyond = after.value
    ? sql`and (due_on, correction_id) > (${after.value[0]}::date, ${after.value[1]}::uuid)`
    : sql``;
  const rows = await many(
    deps.db,
    sql<CorrectionRow>`
      select ${correctionColumns} from privacy.correction
      where jurisdiction = ${ctx.jurisdiction} and answered_at is null ${within} ${beyond}
      order by due_on, correction_id limit ${pageSize + 1}`,
  );
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  // Whose request it is, and which dossier it tells of: they read there who saw it.
  const subjectIds = [
    ...new Set(shown.flatMap((row) => [row.correction_id, row.person_id, row.dossier_id ?? row.person_id])),
  ];
  await recordRead(deps.db, ctx, deps.newId, { query: 'privacy.open-corrections', subjectIds });
  return ok({
    items: await viewsOf(deps, ctx, shown),
    ...(rows.length > pageSize && last && { next: writeCursor([last.due_on, last.correction_id]) }),
  });
}

async function viewsOf(
  deps: PrivacyDeps,
  ctx: QueryContext,
  rows: readonly CorrectionRow[],
): Promise<readonly OfficeCorrectionView[]> {
  const today = plainDateOf(ctx.now);
  const people = await deps.identity.describePeople(
    deps.db,
    [...new Set(rows.map((row) => row.person_id))],
    today,
  );
  const { units } = deps.identity;
  return rows.map((row) => {
    const unit = row.unit_id && (units.unitOn(row.unit_id, today) ?? units.latest(row.unit_id));
    return {
      ...correctionView(deps.seal, row),
      name: people.get(row.person_id)?.name ?? '',
      ...(unit && { unit: unit.name }),
      late: row.due_on < today,
    };
  });
}
