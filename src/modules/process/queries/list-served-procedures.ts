import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many } from '../../../platform/database.ts';

/** Codes of the procedures that a process in force on the day serves, in whatever case. */
export async function listServedProcedures(
  connection: Connection,
  on: PlainDate,
): Promise<readonly string[]> {
  const rows = await many(
    connection,
    sql<{ code: string }>`
      with latest as (
        select distinct on (v.process) v.process_version_id, v.valid_to
        from process.process_version v
        where v.jurisdiction = platform.current_jurisdiction() and v.valid_from <= ${on}
        order by v.process, v.valid_from desc, v.version desc
      )
      select distinct p.procedure_code as code
      from latest l
      join process.process_procedure p
        on p.jurisdiction = platform.current_jurisdiction() and p.process_version_id = l.process_version_id
      where l.valid_to is null or l.valid_to > ${on}
      order by 1
    `,
  );
  return rows.map(({ code }) => code);
}
