import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { many } from '../../../platform/database.ts';
import type { Queue, QueueFacets, QueueScope } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { queueBounds } from './queue-bounds.ts';
import { queuePage } from './queue-page.ts';
import { queueReach } from './queue-reach.ts';
import { unitLabel } from './unit-label.ts';

/** What a filter offers is read from so many rows: the most urgent ones. */
const rowsRead = 500;

interface FacetRow {
  readonly procedure_code: string;
  readonly procedure_name: string;
  readonly step_key: string;
  readonly step_name: string;
  readonly unit_id: Id<'unit'>;
}

/** Procedures, steps and units among the most urgent rows of a queue: what its filter offers. */
export async function queueFacets(
  deps: DossierDeps,
  ctx: QueryContext,
  queue: Queue,
  scope: QueueScope,
): Promise<QueueFacets> {
  if (ctx.actor.kind !== 'officer') return { procedures: [], steps: [], units: [] };
  const reach = await queueReach(deps, ctx, ctx.actor, queue, scope);
  const page = queuePage(ctx, queue, reach, queueBounds(deps, ctx, ctx.actor), {}, undefined, rowsRead);
  const rows = await many(
    deps.db,
    sql<FacetRow>`
      select distinct t.procedure_code, t.procedure_name, t.step_key, t.step_name, t.unit_id from (${page}) t
      order by t.procedure_name, t.step_name
    `,
  );
  return {
    procedures: [
      ...new Map(
        rows.map((row) => [row.procedure_code, { code: row.procedure_code, name: row.procedure_name }]),
      ).values(),
    ],
    steps: [
      ...new Map(rows.map((row) => [row.step_key, { key: row.step_key, name: row.step_name }])).values(),
    ],
    units: [...new Set(rows.map((row) => row.unit_id))].map((id) => unitLabel(deps, ctx, id)),
  };
}
