import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { type Connection, many } from '../../../platform/database.ts';
import { type Queue, standingQueues } from '../contract.ts';
import { type LentPlace, lentRows, reachedByLent } from './lent-places.ts';
import type { QueueBounds } from './queue-bounds.ts';

/** Rows of each queue that lent powers reach, each place counted up to `most`; nothing is asked where nothing is lent. */
export async function countLent(
  db: Connection,
  ctx: QueryContext,
  lent: readonly LentPlace[],
  bounds: QueueBounds,
  most: number,
): Promise<readonly { readonly queue: Queue; readonly open: number }[]> {
  if (lent.length === 0) return [];
  const task = sql`dossiers.task t where t.jurisdiction = ${ctx.jurisdiction} and t.closed_at is null and ${reachedByLent}`;
  const running = sql`${task} and t.waiting is null and t.suspended_at is null and t.kind not in ('return', 'wait')`;
  return many(
    db,
    sql<{ queue: Queue; open: number }>`
      select kinds.queue, counted.open::int as open from ${lentRows(lent)}
      cross join unnest(${[...standingQueues, 'qua-han', 'sap-den-han']}::text[]) as kinds(queue)
      cross join lateral (
        select count(*) as open from (
          select from ${task} and t.queue = kinds.queue
          union all
          select from ${running} and kinds.queue = 'qua-han' and t.due_at < ${bounds.now}
          union all
          select from ${running} and kinds.queue = 'sap-den-han' and t.due_at >= ${bounds.now}
            and t.due_at <= ${bounds.soon}
          limit ${most}) waiting) counted`,
  );
}
