import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { SealedText } from '../../../platform/sealed-text.ts';
import type { ExportForm } from '../contract.ts';

export interface ExportRow {
  readonly export_id: string;
  readonly person_id: Id<'person'>;
  readonly account_id: Id<'account'>;
  readonly account_ids: readonly Id<'account'>[];
  readonly requested_at: Date;
  readonly made_at: Date | null;
  readonly content_sealed: SealedText | null;
  readonly expires_at: Date;
  readonly json_taken_at: Date | null;
  readonly page_taken_at: Date | null;
}

const columns =
  sql.raw(`export_id, person_id, account_id, account_ids, requested_at, made_at, content_sealed, expires_at,
  json_taken_at, page_taken_at`);

export async function addExport(
  tx: Tx,
  jurisdiction: Jurisdiction,
  row: Pick<
    ExportRow,
    'export_id' | 'person_id' | 'account_id' | 'account_ids' | 'requested_at' | 'expires_at'
  >,
): Promise<void> {
  await sql`
    insert into privacy.data_export
      (jurisdiction, export_id, person_id, account_id, account_ids, requested_at, expires_at)
    values (${jurisdiction}, ${row.export_id}, ${row.person_id}, ${row.account_id},
      ${[...row.account_ids]}::uuid[], ${row.requested_at}, ${row.expires_at})`.execute(tx);
}

/** Of the person, newest first. */
export function exportsOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  personId: string,
  most: number,
): Promise<readonly ExportRow[]> {
  return many(
    connection,
    sql<ExportRow>`
      select ${columns} from privacy.data_export
      where jurisdiction = ${jurisdiction} and person_id = ${personId}
      order by requested_at desc, export_id desc limit ${most}`,
  );
}

export function lockExport(
  tx: Tx,
  jurisdiction: Jurisdiction,
  exportId: string,
): Promise<ExportRow | undefined> {
  return maybeOne(
    tx,
    sql<ExportRow>`
      select ${columns} from privacy.data_export
      where jurisdiction = ${jurisdiction} and export_id = ${exportId} for update`,
  );
}

export async function fillExport(
  tx: Tx,
  jurisdiction: Jurisdiction,
  exportId: string,
  content: SealedText,
  now: Date,
): Promise<void> {
  await sql`
    update privacy.data_export set content_sealed = ${content}, made_at = ${now}
    where jurisdiction = ${jurisdiction} and export_id = ${exportId}`.execute(tx);
}

/** Notes that one form was taken; when both were, nothing is kept. */
export async function markTaken(
  tx: Tx,
  jurisdiction: Jurisdiction,
  exportId: string,
  form: ExportForm,
  now: Date,
): Promise<void> {
  const column = sql.ref(form === 'json' ? 'json_taken_at' : 'page_taken_at');
  const other = sql.ref(form === 'json' ? 'page_taken_at' : 'json_taken_at');
  await sql`
    update privacy.data_export set ${column} = ${now},
      content_sealed = case when ${other} is null then content_sealed end
    where jurisdiction = ${jurisdiction} and export_id = ${exportId}`.execute(tx);
}

/** Erases what nobody took in time; answers how many. */
export async function eraseExpired(tx: Tx, jurisdiction: Jurisdiction, now: Date): Promise<number> {
  const rows = await many(
    tx,
    sql`
      update privacy.data_export set content_sealed = null
      where jurisdiction = ${jurisdiction} and expires_at <= ${now} and content_sealed is not null
      returning export_id`,
  );
  return rows.length;
}
