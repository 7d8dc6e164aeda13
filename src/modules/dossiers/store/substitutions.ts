import { sql } from 'kysely';
import type { OfficerActor } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import { isColleague } from '../core/assignment/substitution.ts';
import type { DossierDeps } from './deps.ts';

/** Somebody the officer stands in for today, and the units (predecessors included) whose tasks that reaches. */
export interface StandIn {
  readonly absent: Id<'account'>;
  readonly unitScope: readonly Id<'unit'>[];
}

/** The same inside a command: each stays as it is until the transaction ends, so that none is ended in the middle of an act. */
export function holdStandIns(
  tx: Tx,
  ctx: QueryContext,
  deps: Pick<DossierDeps, 'identity'>,
  officer: OfficerActor,
): Promise<readonly StandIn[]> {
  return standsInFor(tx, ctx, deps, officer, sql`for share`);
}

/**
 * For whom the officer acts today. The day is Vietnam's: it begins and ends at its midnight. Who has left the agency
 * meanwhile stands in for nobody.
 */
export async function standsInFor(
  connection: Connection,
  ctx: QueryContext,
  deps: Pick<DossierDeps, 'identity'>,
  officer: OfficerActor,
  locked = sql``,
): Promise<readonly StandIn[]> {
  const today = plainDateOf(ctx.now);
  const rows = await many(
    connection,
    sql<{ absent_account: Id<'account'>; unit_id: Id<'unit'> }>`
      select absent_account, unit_id from dossiers.substitution
      where jurisdiction = ${ctx.jurisdiction} and substitute_account = ${officer.accountId} and ended_at is null
        and from_on <= ${today} and until_on > ${today}
      order by absent_account, unit_id ${locked}
    `,
  );
  const { units } = deps.identity;
  return rows
    .filter((row) => isColleague(units, officer.posts, row.unit_id, today))
    .map((row) => ({
      absent: row.absent_account,
      // A unit that ended meanwhile is stood in for where its work went.
      unitScope: units.heirsOf(row.unit_id, today).flatMap((heir) => units.scopeOf(heir, today)),
    }));
}

/** Whether one of them is the holder of the task and it lies in the unit agreed on. */
export function standsIn(
  standIns: readonly StandIn[],
  task: { readonly assigned_to: Id<'account'> | null; readonly unit_id: Id<'unit'> },
): boolean {
  return standIns.some(
    ({ absent, unitScope }) => absent === task.assigned_to && unitScope.includes(task.unit_id),
  );
}
