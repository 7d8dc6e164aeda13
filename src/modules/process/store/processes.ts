import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { Step } from '../core/flow/step.ts';

export interface ProcessRow {
  readonly process_version_id: Id<'processVersion'>;
  readonly process: string;
  readonly version: number;
  readonly name: string;
  readonly name_en: string | null;
  readonly steps: readonly Step[];
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
  readonly source: string;
  readonly certainty: string;
  readonly note: string | null;
  readonly content_hash: string;
  readonly origin: 'reference' | 'office';
  /** The diagram it was refined in; then it runs as the diagram says. */
  readonly bpmn: string | null;
  readonly decision_number: string | null;
  readonly decision_on: PlainDate | null;
  readonly decision_file: string | null;
  readonly published_by: Id<'account'> | null;
}

const columns = sql.raw(
  `v.process_version_id, v.process, v.version, v.name, v.name_en, v.steps, v.valid_from, v.valid_to,
   v.source, v.certainty, v.note, v.content_hash, v.origin, v.bpmn, v.decision_number, v.decision_on, v.decision_file,
   v.published_by`,
);

/** One version by its id. */
export function findVersion(
  connection: Connection,
  id: Id<'processVersion'>,
): Promise<ProcessRow | undefined> {
  return maybeOne(
    connection,
    sql<ProcessRow>`
      select ${columns} from process.process_version v
      where v.jurisdiction = platform.current_jurisdiction() and v.process_version_id = ${id}
    `,
  );
}

/**
 * The version that serves a procedure on a day: of each process the one that began last (the newest of those that
 * began together), then a process of the case before one of all cases.
 */
export function findInForce(
  connection: Connection,
  procedureCode: string,
  on: PlainDate,
  caseKey: string,
): Promise<ProcessRow | undefined> {
  return maybeOne(
    connection,
    sql<ProcessRow>`
      with candidate as (
        select distinct on (v.process) ${columns}
        from process.process_version v
        where v.jurisdiction = platform.current_jurisdiction() and v.valid_from <= ${on}
          and v.process in (
            select s.process
            from process.process_procedure p
            join process.process_version s
              on s.jurisdiction = p.jurisdiction and s.process_version_id = p.process_version_id
            where p.jurisdiction = platform.current_jurisdiction() and p.procedure_code = ${procedureCode}
          )
        order by v.process, v.valid_from desc, v.version desc
      )
      select ${columns}
      from candidate v
      join process.process_procedure p
        on p.jurisdiction = platform.current_jurisdiction() and p.process_version_id = v.process_version_id
      where p.procedure_code = ${procedureCode} and p.case_key in ('', ${caseKey})
        and (v.valid_to is null or v.valid_to > ${on})
      order by p.case_key desc, v.valid_from desc, v.process
      limit 1
    `,
  );
}

/**
 * The newest version of a process with this first day, the one that begins last (the newest of those that begin
 * together), and the highest version number.
 */
export async function latestVersion(
  tx: Tx,
  process: string,
  validFrom: PlainDate,
): Promise<{
  readonly latest: ProcessRow | undefined;
  readonly last: ProcessRow | undefined;
  readonly highest: number;
}> {
  const rows = await many(
    tx,
    sql<ProcessRow>`
      select ${columns} from process.process_version v
      where v.jurisdiction = platform.current_jurisdiction() and v.process = ${process}
      order by v.version desc
    `,
  );
  const [last] = rows.toSorted((one, other) => other.valid_from.localeCompare(one.valid_from));
  return {
    latest: rows.find((row) => row.valid_from === validFrom),
    last,
    highest: rows[0]?.version ?? 0,
  };
}

/** Adds a version and the procedures and cases it serves. */
export async function addVersion(
  tx: Tx,
  row: ProcessRow,
  procedures: readonly string[],
  cases: readonly string[],
  now: Date,
): Promise<void> {
  await sql`
    insert into process.process_version (jurisdiction, process_version_id, process, version, name, name_en, steps,
      valid_from, valid_to, source, certainty, note, content_hash, origin, bpmn, decision_number, decision_on, decision_file,
      published_by, recorded_at)
    values (platform.current_jurisdiction(), ${row.process_version_id}, ${row.process}, ${row.version}, ${row.name},
      ${row.name_en}, ${JSON.stringify(row.steps)}::jsonb, ${row.valid_from}, ${row.valid_to}, ${row.source},
      ${row.certainty}, ${row.note}, ${row.content_hash}, ${row.origin}, ${row.bpmn}, ${row.decision_number},
      ${row.decision_on}, ${row.decision_file}, ${row.published_by}, ${now})
  `.execute(tx);
  await sql`
    insert into process.process_procedure (jurisdiction, procedure_code, case_key, process_version_id)
    select platform.current_jurisdiction(), p.code, c.key, ${row.process_version_id}
    from unnest(${procedures}::text[]) as p(code), unnest(${cases}::text[]) as c(key)
  `.execute(tx);
}

/** Codes of all processes there are or are being written: a new one gets another. */
export async function processCodes(connection: Connection): Promise<readonly string[]> {
  const rows = await many(
    connection,
    sql<{ process: string }>`
      select process from process.process_version where jurisdiction = platform.current_jurisdiction()
      union
      select process from process.process_draft where jurisdiction = platform.current_jurisdiction()
    `,
  );
  return rows.map(({ process }) => process);
}

/** The procedures and cases a version serves; no cases: all. */
export async function servedBy(
  connection: Connection,
  id: Id<'processVersion'>,
): Promise<{ readonly procedures: readonly string[]; readonly cases: readonly string[] }> {
  const rows = await many(
    connection,
    sql<{ procedure_code: string; case_key: string }>`
      select procedure_code, case_key from process.process_procedure
      where jurisdiction = platform.current_jurisdiction() and process_version_id = ${id}
      order by procedure_code, case_key
    `,
  );
  return {
    procedures: [...new Set(rows.map((row) => row.procedure_code))],
    cases: [...new Set(rows.map((row) => row.case_key))].filter((key) => key !== ''),
  };
}
