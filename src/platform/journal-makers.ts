import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../kernel/id.ts';
import { type Connection, many } from './database.ts';

/**
 * The accounts of officers that lately did one of these commands to an account, and whoever did so to them: those who could have
 * made it what it is. The account itself is not among them.
 */
export async function makersOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  commands: readonly string[],
  since: Date,
): Promise<ReadonlySet<string>> {
  const rows = await many(
    db,
    sql<{ id: string }>`
      with recursive maker(id) as (
        select ${accountId}::uuid
        union
        select action.actor_id::uuid from maker
        join platform.action on action.jurisdiction = ${jurisdiction} and action.subject_id = maker.id
        where action.command = any(${[...commands]}::text[]) and action.recorded_at >= ${since}
          and action.actor_kind = 'officer'
      )
      select id from maker where id <> ${accountId}::uuid`,
  );
  return new Set(rows.map(({ id }) => id));
}
