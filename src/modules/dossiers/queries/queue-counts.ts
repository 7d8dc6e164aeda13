import { type RawBuilder, sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { many } from '../../../platform/database.ts';
import { type Queue, standingQueues } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { countLent } from './lent-counts.ts';
import { lentPlaces } from './lent-places.ts';
import { type QueueBounds, queueBounds } from './queue-bounds.ts';
import { countersOf } from './queue-page.ts';
import { intakePlaces, ownPlaces, placesLed, type QueueReach } from './queue-reach.ts';

/** Open tasks are counted up to here; beyond, a number helps nobody. */
const mostCounted = 1000;

interface CountRow {
  readonly queue: Queue;
  readonly open: number;
}

/** Rows of each queue within the officer's units and roles, each counted up to 1,000. */
export async function queueCounts(deps: DossierDeps, ctx: QueryContext): Promise<ReadonlyMap<Queue, number>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return new Map();
  const own = { places: ownPlaces(actor), held: [] };
  const led = { places: placesLed(deps.identity.units, ctx, actor), held: [] };
  const bounds = queueBounds(deps, ctx, actor);
  const rows = await many(deps.db, countQueues(ctx, own, led, bounds, intakePlaces(actor)));
  const lent = await countLent(deps.db, ctx, lentPlaces(actor), bounds, mostCounted);
  const counts = new Map<Queue, number>();
  for (const { queue, open } of [...rows, ...lent])
    if (open > 0) counts.set(queue, Math.min(mostCounted, (counts.get(queue) ?? 0) + open));
  return counts;
}

/** The statement of all counts, each a walk of an index that ends at the most counted. Exported for its plan. */
export function countQueues(
  ctx: QueryContext,
  own: QueueReach,
  led: QueueReach,
  bounds: QueueBounds,
  intake: QueueReach['places'] = [],
): RawBuilder<CountRow> {
  const standing = standingQueues.filter((queue) => queue !== 'cho-phan-cong' && queue !== 'cho-tra-ket-qua');
  const task = sql`dossiers.task t where t.jurisdiction = ${ctx.jurisdiction} and t.closed_at is null
    and t.unit_id = place."unitId" and t.role = place.role`;
  const running = sql`${task} and t.waiting is null and t.suspended_at is null and t.kind not in ('return', 'wait')`;
  const counted = (what: RawBuilder<unknown>) => sql`
    cross join lateral (select count(*) as open from (select from ${what} limit ${mostCounted}) waiting) counted`;
  return sql<CountRow>`
    with place as materialized (
      select place."unitId", place.role from jsonb_to_recordset(${JSON.stringify(own.places)}::jsonb) as place("unitId" uuid, role text)
    ), led as materialized (
      select place."unitId", place.role from jsonb_to_recordset(${JSON.stringify(led.places)}::jsonb) as place("unitId" uuid, role text)
    ), intake as materialized (
      select place."unitId", place.role from jsonb_to_recordset(${JSON.stringify(intake)}::jsonb) as place("unitId" uuid, role text)
    ), counter as materialized (
      select place."unitId" from jsonb_to_recordset(${JSON.stringify(countersOf(own))}::jsonb) as place("unitId" uuid)
    )
    select queue, least(sum(open), ${mostCounted})::int as open from (
      select kinds.queue, open from place cross join unnest(${standing}::text[]) as kinds(queue)
        ${counted(sql`${task} and t.queue = kinds.queue`)}
      union all
      -- The queue is no constant here either: most tasks may stand in it, and the table would be read instead of the index.
      select kinds.queue, open from intake place cross join unnest(array['cho-tiep-nhan']) as kinds(queue)
        ${counted(sql`${task} and t.queue = kinds.queue`)}
      union all
      select 'cho-phan-cong', open from led place ${counted(sql`${task} and t.queue = 'cho-phan-cong'`)}
      union all
      select 'cho-tra-ket-qua', open from place
        ${counted(sql`${task} and t.queue = 'cho-tra-ket-qua' and t.due_at >= ${bounds.dayStart}`)}
      union all
      select 'cong-dan-chua-den-nhan', open from place
        ${counted(sql`${task} and t.queue = 'cho-tra-ket-qua' and t.due_at < ${bounds.dayStart}`)}
      union all
      select 'qua-han', open from place ${counted(sql`${running} and t.due_at < ${bounds.now}`)}
      union all
      select 'sap-den-han', open from place
        ${counted(sql`${running} and t.due_at >= ${bounds.now} and t.due_at <= ${bounds.soon}`)}
      union all
      select 'sap-den-han', open from place
        ${counted(sql`${running} and t.warned_at is not null and t.due_at > ${bounds.soon}`)}
      union all
      select 'can-chi-dao', open from led place ${counted(sql`${running} and t.escalated_at is not null`)}
      union all
      select 'tra-hom-nay', open from counter place ${counted(sql`dossiers.dossier d
        where d.jurisdiction = ${ctx.jurisdiction} and d.return_unit_id = place."unitId"
          and d.phase in ('accepted', 'inProcess', 'completed') and d.promised_at >= ${bounds.dayStart}
          and d.promised_at < ${bounds.dayEnd}`)}
    ) counts
    group by queue
  `;
}
