import { sql } from 'kysely';
import { z } from 'zod';
import type { Id, Jurisdiction } from '../../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../../platform/database.ts';
import { type PeopleKey, peopleColumns } from '../../core/people/import/columns.ts';
import type { ColumnPlaces } from '../../core/people/import/find-table.ts';
import type { PeopleImportEffect, PeopleImportState } from '../../core/people/import/import-view.ts';
import { type PeopleRow, peopleRow } from '../../core/people/import/read-people-row.ts';
import { type WrongCell, wrongCell } from '../../core/people/import/wrong-cell.ts';

/** Wrong places that are kept: enough to mend a file by, and no file fills the table. */
const mostKept = 2_000;

const effect = z.object({ accounts: z.int(), known: z.int(), posts: z.int() });
const places = z.partialRecord(z.enum(Object.keys(peopleColumns) as [PeopleKey, ...PeopleKey[]]), z.string());

/** What was found in a file, at first or when it was looked at again. */
export interface FoundInFile {
  readonly wrongRows: number;
  readonly wrong: readonly WrongCell[];
  readonly effect: PeopleImportEffect;
  readonly rows: readonly PeopleRow[];
}

export interface NewPeopleImport extends FoundInFile {
  readonly importId: Id<'peopleImport'>;
  readonly fileName: string;
  readonly stagedAt: Date;
  readonly stagedBy: Id<'account'>;
  readonly read: number;
  readonly places: ColumnPlaces;
}

/** Keeps a file that was read. */
export async function insertPeopleImport(
  tx: Tx,
  jurisdiction: Jurisdiction,
  staged: NewPeopleImport,
): Promise<void> {
  await sql`
    insert into identity.people_import
      (jurisdiction, import_id, file_name, state, staged_at, staged_by, read, wrong_rows, wrong, places, report)
    values (${jurisdiction}, ${staged.importId}, ${staged.fileName}, 'waiting', ${staged.stagedAt}, ${staged.stagedBy},
      ${staged.read}, ${staged.wrongRows}, ${kept(staged.wrong)}::jsonb,
      ${JSON.stringify(Object.fromEntries(staged.places))}::jsonb, ${JSON.stringify(staged.effect)}::jsonb)`.execute(
    tx,
  );
  const rows = staged.rows.map((record) => ({ row: record.row, record }));
  await sql`
    insert into identity.people_import_row (jurisdiction, import_id, row, record)
    select ${jurisdiction}, ${staged.importId}, r.row, r.record
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(row integer, record jsonb)`.execute(tx);
}

/** Puts a preview in the place of the earlier one: rows that are no longer right leave those that wait. */
export async function recheckPeopleImport(
  tx: Tx,
  jurisdiction: Jurisdiction,
  importId: string,
  found: FoundInFile,
): Promise<void> {
  await sql`
    update identity.people_import
    set is_rechecked = true, wrong_rows = ${found.wrongRows}, wrong = ${kept(found.wrong)}::jsonb,
      report = ${JSON.stringify(found.effect)}::jsonb
    where jurisdiction = ${jurisdiction} and import_id = ${importId}`.execute(tx);
  await sql`
    delete from identity.people_import_row
    where jurisdiction = ${jurisdiction} and import_id = ${importId}
      and row <> all(${found.rows.map(({ row }) => row)}::integer[])`.execute(tx);
}

function kept(wrong: readonly WrongCell[]): string {
  return JSON.stringify(wrong.slice(0, mostKept));
}

interface Row {
  readonly import_id: string;
  readonly file_name: string;
  readonly state: PeopleImportState;
  readonly staged_at: Date;
  readonly read: number;
  readonly wrong_rows: number;
  readonly wrong: unknown;
  readonly places: unknown;
  readonly report: unknown;
  readonly is_rechecked: boolean;
  readonly account_ids: readonly Id<'account'>[];
}

/** An import with its account; only who sent it finds it. `forUpdate` holds it until the transaction ends. */
export async function findPeopleImport(
  db: Connection,
  jurisdiction: Jurisdiction,
  which: { readonly importId: string; readonly stagedBy: Id<'account'> },
  forUpdate = false,
) {
  const row = await maybeOne(
    db,
    sql<Row>`
      select import_id, file_name, state, staged_at, read, wrong_rows, wrong, places, report, is_rechecked, account_ids
      from identity.people_import
      where jurisdiction = ${jurisdiction} and import_id = ${which.importId} and staged_by = ${which.stagedBy}
      ${forUpdate ? sql`for update` : sql``}`,
  );
  return (
    row && {
      importId: row.import_id,
      fileName: row.file_name,
      state: row.state,
      stagedAt: row.staged_at,
      read: row.read,
      wrongRows: row.wrong_rows,
      wrong: z.array(wrongCell).parse(row.wrong),
      places: new Map(Object.entries(places.parse(row.places)) as [PeopleKey, string][]),
      effect: effect.parse(row.report),
      isRechecked: row.is_rechecked,
      accountIds: row.account_ids,
    }
  );
}

/** The rows of an import that wait, in the order of the file. */
export async function waitingRows(
  tx: Tx,
  jurisdiction: Jurisdiction,
  importId: string,
): Promise<readonly PeopleRow[]> {
  const rows = await many(
    tx,
    sql<{ record: unknown }>`
      select record from identity.people_import_row
      where jurisdiction = ${jurisdiction} and import_id = ${importId} order by row`,
  );
  return rows.map(({ record }) => peopleRow.parse(record));
}

/** The import is over: its rows are not needed any more. */
export async function settlePeopleImport(
  tx: Tx,
  jurisdiction: Jurisdiction,
  importId: string,
  end: { readonly state: 'applied' | 'discarded'; readonly at: Date; readonly accountIds: readonly string[] },
): Promise<void> {
  await sql`
    update identity.people_import
    set state = ${end.state}, settled_at = ${end.at}, account_ids = ${[...end.accountIds]}::uuid[]
    where jurisdiction = ${jurisdiction} and import_id = ${importId}`.execute(tx);
  await sql`
    delete from identity.people_import_row
    where jurisdiction = ${jurisdiction} and import_id = ${importId}`.execute(tx);
}

/** Lays aside what waited since before `before`: names and contacts are not kept for a file that somebody forgot. */
export async function dropForgottenImports(
  tx: Tx,
  jurisdiction: Jurisdiction,
  before: Date,
  now: Date,
): Promise<void> {
  const forgotten = await many(
    tx,
    sql<{ import_id: string }>`
      select import_id from identity.people_import
      where jurisdiction = ${jurisdiction} and state = 'waiting' and staged_at < ${before}
      order by import_id for update skip locked`,
  );
  for (const { import_id: importId } of forgotten)
    await settlePeopleImport(tx, jurisdiction, importId, { state: 'discarded', at: now, accountIds: [] });
}
