import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many } from '../../../platform/database.ts';

/** How many open tasks an officer has in hand, by unit: counts alone, for the administrator who moves them. */
export function workInHand(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
): Promise<readonly { readonly unitId: Id<'unit'>; readonly open: number }[]> {
  return many(
    db,
    sql<{ unitId: Id<'unit'>; open: number }>`
      select unit_id as "unitId", count(*)::int as open from dossiers.task
      where jurisdiction = ${jurisdiction} and assigned_to = ${accountId} and closed_at is null
      group by unit_id
      order by open desc, unit_id
    `,
  );
}
