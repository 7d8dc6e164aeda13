import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { can } from '../../identity/public.ts';
import type { UnitGap, UnitLack } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { unitLabel } from './unit-label.ts';

/** Units that last night found unable to act, those that lack most first: for administrators and procedure control. */
export async function listUnitGaps(
  deps: DossierDeps,
  ctx: QueryContext,
): Promise<Result<readonly UnitGap[]>> {
  if (!can(ctx.actor, 'identity.manage') && !can(ctx.actor, 'catalogue.manage'))
    return refuse('forbidden', 'dossiers.not-allowed');
  const rows = await many(
    deps.db,
    sql<{ unit_id: Id<'unit'>; lacks: readonly UnitLack[]; found_at: Date }>`
      select unit_id, lacks, found_at from dossiers.unit_gap
      where jurisdiction = ${ctx.jurisdiction}
      order by cardinality(lacks) desc, unit_id
    `,
  );
  return ok(
    rows.map((row) => ({
      unitId: row.unit_id,
      unit: unitLabel(deps, ctx, row.unit_id).name,
      lacks: row.lacks,
      foundAt: row.found_at.toISOString(),
    })),
  );
}
