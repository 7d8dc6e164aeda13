import { sql } from 'kysely';
import { type Connection, maybeOne, one } from './database.ts';

/** A pruning that is written down and that no action of the journal tells of, with as many readings; undefined when there is none. */
export async function unrecordedPruning(db: Connection, jurisdiction: number): Promise<string | undefined> {
  const row = await maybeOne(
    db,
    sql<{ id: string }>`
      select p.pruning_id as id from platform.journal_pruning p
      where p.jurisdiction = ${jurisdiction} and not exists (
        select from platform.action a
        where a.jurisdiction = p.jurisdiction and a.subject_id = p.pruning_id and a.command = 'audit.prune-reads'
          and (a.facts ->> 'pruned')::bigint = p.pruned)
      order by p.pruned_at, p.pruning_id limit 1
    `,
  );
  return row?.id;
}

/** Sealed readings that are gone within what was pruned, and how many the prunings say they took away. */
export function readingsGone(
  db: Connection,
  jurisdiction: number,
): Promise<{ readonly gone: number; readonly pruned: number }> {
  return one(
    db,
    sql<{ gone: number; pruned: number }>`
      select told.pruned, (
        select count(*) from platform.journal_entry e
        where e.jurisdiction = ${jurisdiction} and e.source = 'read' and e.position <= told.up_to and not exists (
          select from platform.read r where r.jurisdiction = ${jurisdiction} and r.read_id = e.row_id)
      ) as gone
      from (
        select coalesce(sum(p.pruned), 0)::bigint as pruned, coalesce(max(p.up_to_position), 0) as up_to
        from platform.journal_pruning p where p.jurisdiction = ${jurisdiction}
      ) told
    `,
  );
}
