import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Page } from '../../../kernel/page.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { many } from '../../../platform/database.ts';
import { can, scopeFor } from '../../identity/public.ts';
import type { UndecidedDossier } from '../contract.ts';
import { isSplit } from '../core/split-moves.ts';
import type { DossierDeps } from '../store/deps.ts';
import { openAtSplitUnits } from '../store/split-dossiers.ts';
import { successorLabels, unitLabel } from './unit-label.ts';

const pageSize = 50;

/**
 * Open dossiers of split units whose successor is to be chosen one by one, oldest first: of the units whose work the officer
 * gives out, of all for administrators. Refuses `dossiers.not-assigning`.
 */
export async function undecidedSplits(
  deps: DossierDeps,
  ctx: QueryContext,
  cursor?: string,
): Promise<Result<Page<UndecidedDossier>>> {
  const { units } = deps.identity;
  const today = plainDateOf(ctx.now);
  const scope = scopeFor(ctx.actor, 'dossiers.assign');
  const isLeading = scope.kind === 'jurisdiction' || scope.unitIds.length > 0;
  const administers = can(ctx.actor, 'identity.manage');
  if (ctx.actor.kind !== 'officer' || !(isLeading || administers))
    return refuse('forbidden', 'dossiers.not-assigning');
  const start = readCursor(z.tuple([cursorInstant, z.uuid()]), cursor);
  if (!start.ok) return start;
  const reached = units
    .splitUnits(today)
    .filter((id) => administers || scope.kind === 'jurisdiction' || scope.unitIds.includes(id));
  const after = start.value && { submittedAt: start.value[0], dossierId: start.value[1] };
  const rows = await openAtSplitUnits(deps.db, ctx.jurisdiction, reached, { after, limit: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  const steps = await openSteps(
    deps,
    ctx,
    shown.map((row) => row.dossier_id),
  );
  const items = shown.flatMap((row): UndecidedDossier[] => {
    const at = row.places.find((place) => isSplit(units, place, today));
    const work = { procedure: row.procedure_code, sector: row.sector };
    // By rule it goes on by itself; the job is about to move it.
    if (!at || units.heirFor(at, today, work)) return [];
    const stepName = steps.get(row.dossier_id);
    return [
      {
        dossierId: row.dossier_id,
        code: row.code,
        procedureCode: row.procedure_code,
        procedureName: row.procedure_name,
        sector: row.sector,
        submittedAt: row.submitted_at.toISOString(),
        ...(stepName !== undefined && { stepName }),
        unit: unitLabel(deps, ctx, at),
        choices: successorLabels(deps, ctx, at),
      },
    ];
  });
  return ok({ items, ...(last && { next: writeCursor([last.submitted_text, last.dossier_id]) }) });
}

async function openSteps(
  deps: DossierDeps,
  ctx: QueryContext,
  dossierIds: readonly Id<'dossier'>[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await many(
    deps.db,
    sql<{ dossier_id: string; step_name: string }>`
      select dossier_id, min(step_name) as step_name from dossiers.task
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = any(${[...dossierIds]}::uuid[]) and closed_at is null
      group by dossier_id
    `,
  );
  return new Map(rows.map((row) => [row.dossier_id, row.step_name]));
}
