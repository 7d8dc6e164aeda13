import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { GrantRow } from '../core/grant-reach.ts';
import type { GrantScope, Permission } from '../core/permissions.ts';

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

export interface NewGrant {
  readonly grantId: Id<'grant'>;
  readonly personId: Id<'person'>;
  readonly permission: Permission;
  readonly scope: GrantScope;
  readonly unitId: Id<'unit'> | null;
  readonly sector: string | null;
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate;
  readonly reason: string;
  readonly givenBy: Id<'account'>;
}

/** Stores what is given; false where the same is given on one of the days already. */
export async function addGrant(tx: Tx, ctx: CommandContext, grant: NewGrant): Promise<boolean> {
  const added = await maybeOne(
    tx,
    sql<{ id: string }>`
      insert into identity.permission_grant (jurisdiction, grant_id, person_id, permission, scope, unit_id, sector,
        valid_from, valid_to, reason, given_by, given_at)
      values (${ctx.jurisdiction}, ${grant.grantId}, ${grant.personId}, ${grant.permission}, ${grant.scope},
        ${grant.unitId}, ${grant.sector}, ${grant.fromOn}, ${grant.untilOn}, ${grant.reason}, ${grant.givenBy}, ${ctx.now})
      on conflict on constraint given_once do nothing
      returning grant_id as id`,
  );
  return added !== undefined;
}

/** Ends it now; false where it is unknown or ended already. */
export async function endGrant(
  tx: Tx,
  ctx: CommandContext,
  grantId: string,
  endedBy: Id<'account'>,
  reason: string,
): Promise<boolean> {
  const ended = await maybeOne(
    tx,
    sql<{ id: string }>`
      update identity.permission_grant set ended_at = ${ctx.now}, ended_by = ${endedBy}, end_reason = ${reason}
      where jurisdiction = ${ctx.jurisdiction} and grant_id = ${grantId} and ended_at is null
      returning grant_id as id`,
  );
  return ended !== undefined;
}
