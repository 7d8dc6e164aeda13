import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { can } from '../../identity/public.ts';
import type { PerformerGap } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { unitLabel } from './unit-label.ts';

/** Lines shown: what stands in the way of most people first. */
const most = 300;

interface Row {
  readonly what: PerformerGap['what'];
  readonly unit_id: Id<'unit'>;
  readonly role: string;
  readonly step_name: string;
  readonly procedures: number;
  readonly procedure_name: string | null;
  readonly tasks: number;
  readonly found_at: Date;
}

/** What the last night found that nobody can do, by unit and role: for administrators and the procedure-control office. */
export async function performerGaps(
  deps: DossierDeps,
  ctx: QueryContext,
): Promise<Result<readonly PerformerGap[]>> {
  if (!can(ctx.actor, 'identity.manage') && !can(ctx.actor, 'catalogue.manage'))
    return refuse('forbidden', 'dossiers.not-allowed');
  const rows = await many(
    deps.db,
    sql<Row>`
      select what, unit_id, role, min(step_name) as step_name, count(distinct procedure_code)::int as procedures,
        min(procedure_name) as procedure_name, sum(tasks)::int as tasks, max(found_at) as found_at
      from dossiers.performer_gap
      where jurisdiction = ${ctx.jurisdiction}
      group by what, unit_id, role
      order by what desc, tasks desc, procedures desc, unit_id, role
      limit ${most}
    `,
  );
  return ok(
    rows.map((row) => ({
      what: row.what,
      unit: unitLabel(deps, ctx, row.unit_id).name,
      role: row.role,
      stepName: row.step_name,
      procedures: row.procedures,
      ...(row.procedure_name !== null && { procedureName: row.procedure_name }),
      tasks: row.tasks,
      foundAt: row.found_at.toISOString(),
    })),
  );
}
