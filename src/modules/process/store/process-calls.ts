import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';

interface Call {
  /** As the diagram names the called process. */
  readonly called: string;
  readonly versionId: Id<'processVersion'>;
}

/** The versions a version's calls were pinned to. */
export function pinnedCalls(
  connection: Connection,
  versionId: Id<'processVersion'>,
): Promise<readonly Call[]> {
  return many(
    connection,
    sql<Call>`
      select called, called_version_id as "versionId" from process.process_call
      where jurisdiction = platform.current_jurisdiction() and process_version_id = ${versionId}
      order by called
    `,
  );
}

/** The version of a process in force on a day: the one that began last, the newest of those that began together. */
export async function inForceOf(
  connection: Connection,
  process: string,
  on: PlainDate,
): Promise<Id<'processVersion'> | undefined> {
  const row = await maybeOne(
    connection,
    sql<{ id: Id<'processVersion'>; ended: boolean }>`
      select process_version_id as id, coalesce(valid_to <= ${on}, false) as ended from process.process_version
      where jurisdiction = platform.current_jurisdiction() and process = ${process} and valid_from <= ${on}
      order by valid_from desc, version desc
      limit 1
    `,
  );
  return row && !row.ended ? row.id : undefined;
}

/** Pins the calls of a version that has just been added. */
export async function pinCalls(
  tx: Tx,
  versionId: Id<'processVersion'>,
  calls: readonly Call[],
): Promise<void> {
  if (calls.length === 0) return;
  await sql`
    insert into process.process_call (jurisdiction, process_version_id, called, called_version_id)
    select platform.current_jurisdiction(), ${versionId}, c.called, c."versionId"
    from jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) as c(called text, "versionId" uuid)
  `.execute(tx);
}
