import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many } from '../../../platform/database.ts';
import type { GrantRow } from '../core/grant-reach.ts';

/** What is given to the person singly on the day and not ended. */
export function grantsOn(
  db: Connection,
  jurisdiction: Jurisdiction,
  personId: Id<'person'>,
  on: PlainDate,
): Promise<readonly GrantRow[]> {
  return many(
    db,
    sql<GrantRow>`
      select grant_id, permission, scope, unit_id, sector from identity.permission_grant
      where jurisdiction = ${jurisdiction} and person_id = ${personId} and ended_at is null
        and valid_from <= ${on} and valid_to > ${on}
      order by grant_id`,
  );
}
