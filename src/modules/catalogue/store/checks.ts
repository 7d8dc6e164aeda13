import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many } from '../../../platform/database.ts';

/** How many facts of a draft one person marked as checked ("đã đối chiếu"), and when last. */
export interface CheckRow {
  readonly draft_id: string;
  readonly by: Id<'account'> | null;
  readonly facts: number;
  readonly at: Date;
}

/**
 * Who marked facts as checked in these drafts, told from the history of their changes: a mark set, or a row written with it. A draft goes
 * out by one decision, which is what its facts were checked against.
 */
export function checksOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  draftIds: readonly string[],
): Promise<readonly CheckRow[]> {
  return many(
    connection,
    sql<CheckRow>`
      select c.draft_id, c.changed_by as by, count(distinct c.pointer)::int as facts, max(c.changed_at) as at
      from catalogue.draft_change c
      where c.jurisdiction = ${jurisdiction} and c.draft_id = any(${[...draftIds]}::uuid[])
        and (c.pointer like '%/certainty' and c.after = '"verified"'
          or c.after ->> 'certainty' = 'verified' and c.before ->> 'certainty' is distinct from 'verified')
      group by c.draft_id, c.changed_by
      order by c.draft_id, max(c.changed_at)`,
  );
}
