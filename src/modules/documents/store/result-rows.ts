import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, one, type Tx } from '../../../platform/database.ts';
import type { NumberBook, RegisteredResult } from '../core/result-register.ts';

/** Takes the next number; the counter's row stays locked until the transaction ends. */
export async function incrementCounter(
  tx: Tx,
  jurisdiction: Jurisdiction,
  book: NumberBook,
): Promise<number> {
  const row = await one(
    tx,
    sql<{ last_number: number }>`
      insert into documents.number_counter as counter (jurisdiction, unit_id, book, year, last_number)
      values (${jurisdiction}, ${book.unitId}, ${book.book}, ${book.year}, 1)
      on conflict (jurisdiction, unit_id, book, year) do update set last_number = counter.last_number + 1
      returning counter.last_number
    `,
  );
  return row.last_number;
}

/** Books a unit is in the middle of, each with the last number of its newest year. */
export interface RunningBook {
  readonly unitId: Id<'unit'>;
  readonly book: string;
  readonly year: number;
  readonly lastNumber: number;
}

/** The books of these units. */
export function runningBooks(
  db: Connection,
  jurisdiction: Jurisdiction,
  unitIds: readonly Id<'unit'>[],
): Promise<readonly RunningBook[]> {
  return many(
    db,
    sql<RunningBook>`
      select distinct on (unit_id, book) unit_id as "unitId", book, year, last_number as "lastNumber"
      from documents.number_counter
      where jurisdiction = ${jurisdiction} and unit_id = any(${[...unitIds]}::uuid[])
      order by unit_id, book, year desc`,
  );
}

export interface ResultEntry extends RegisteredResult {
  readonly year: number;
  readonly signerLines: readonly string[];
  readonly signerId: Id<'person'> | undefined;
  readonly registeredAt: Date;
  readonly registeredBy: Id<'account'> | undefined;
}

/** Enters a result; false when its book already has the number. */
export async function insertResult(
  tx: Tx,
  jurisdiction: Jurisdiction,
  result: ResultEntry,
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    sql<{ result_id: string }>`
      insert into documents.result
        (jurisdiction, result_id, subject_id, type_code, unit_id, book, year, number, issued_on, signer_lines,
         signer_id, file_id, registered_at, registered_by)
      values (${jurisdiction}, ${result.resultId}, ${result.subjectId}, ${result.typeCode}, ${result.unitId},
        ${result.book}, ${result.year}, ${result.number}, ${result.issuedOn}, ${[...result.signerLines]}::text[],
        ${result.signerId ?? null}, ${result.fileId ?? null}, ${result.registeredAt}, ${result.registeredBy ?? null})
      on conflict (jurisdiction, unit_id, book, year, type_code, number) do nothing
      returning result_id
    `,
  );
  return row !== undefined;
}

interface ResultRow {
  readonly result_id: Id<'result'>;
  readonly subject_id: string;
  readonly type_code: string;
  readonly unit_id: Id<'unit'>;
  readonly book: string;
  readonly number: string;
  readonly issued_on: PlainDate;
  readonly file_id: Id<'file'> | null;
}

/** Results of one subject, oldest first. */
export async function selectResults(
  connection: Connection,
  jurisdiction: Jurisdiction,
  subjectId: string,
): Promise<readonly RegisteredResult[]> {
  const rows = await many(
    connection,
    sql<ResultRow>`
      select r.result_id, r.subject_id, r.type_code, r.unit_id, r.book, r.number, r.issued_on, r.file_id
      from documents.result r
      where r.jurisdiction = ${jurisdiction} and r.subject_id = ${subjectId}
      order by r.result_id
    `,
  );
  return rows.map((row) => ({
    resultId: row.result_id,
    subjectId: row.subject_id,
    typeCode: row.type_code,
    unitId: row.unit_id,
    book: row.book,
    number: row.number,
    issuedOn: row.issued_on,
    fileId: row.file_id ?? undefined,
  }));
}
