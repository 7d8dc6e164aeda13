import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import { type ImportEffect, type ImportView, importEffect, wrongPlace } from '../core/import/import-view.ts';
import type { WrongPlace } from '../core/import/wrong-place.ts';
import { type ProcedureRecord, procedureRecord } from '../core/procedure-record.ts';
import type { ImportFormat } from './read-import-file.ts';

/** Rows a statement carries. */
const batchSize = 200;

export interface NewImport {
  readonly importId: string;
  readonly fileName: string;
  readonly format: ImportFormat;
  readonly read: number;
  readonly wrongCount: number;
  readonly wrong: readonly WrongPlace[];
  readonly effect: ImportEffect;
  readonly records: readonly ProcedureRecord[];
}

export async function insertImport(tx: Tx, ctx: CommandContext, staged: NewImport): Promise<void> {
  await sql`
    insert into catalogue.import
      (jurisdiction, import_id, file_name, format, state, staged_at, staged_by, read, wrong_count, wrong, report)
    values (${ctx.jurisdiction}, ${staged.importId}, ${staged.fileName}, ${staged.format}, 'waiting', ${ctx.now},
      ${ctx.actor.kind === 'officer' ? ctx.actor.accountId : null}, ${staged.read}, ${staged.wrongCount},
      ${JSON.stringify(staged.wrong)}::jsonb, ${JSON.stringify(staged.effect)}::jsonb)
  `.execute(tx);
  for (let start = 0; start < staged.records.length; start += batchSize) {
    const rows = staged.records
      .slice(start, start + batchSize)
      .map((record) => ({ code: record.code, record }));
    await sql`
      insert into catalogue.import_record (jurisdiction, import_id, code, record)
      select ${ctx.jurisdiction}, ${staged.importId}, r.code, r.record
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, record jsonb)
    `.execute(tx);
  }
}

interface Row {
  readonly import_id: string;
  readonly file_name: string;
  readonly format: ImportFormat;
  readonly state: ImportView['state'];
  readonly staged_at: Date;
  readonly settled_at: Date | null;
  readonly read: number;
  readonly wrong_count: number;
  readonly wrong: unknown;
  readonly report: unknown;
  readonly ready: number;
}

/** One import with its account; `forUpdate` holds it until the transaction ends. */
export async function findImport(
  connection: Connection,
  jurisdiction: Jurisdiction,
  importId: string,
  forUpdate = false,
): Promise<ImportView | undefined> {
  const row = await maybeOne(
    connection,
    sql<Row>`
      select i.import_id, i.file_name, i.format, i.state, i.staged_at, i.settled_at, i.read, i.wrong_count, i.wrong,
        i.report,
        (select count(*) from catalogue.import_record r
         where r.jurisdiction = i.jurisdiction and r.import_id = i.import_id)::integer as ready
      from catalogue.import i
      where i.jurisdiction = ${jurisdiction} and i.import_id = ${importId}
      ${forUpdate ? sql`for update of i` : sql``}
    `,
  );
  return row && toView(row);
}

function toView(row: Row): ImportView {
  return {
    importId: row.import_id,
    fileName: row.file_name,
    format: row.format,
    state: row.state,
    stagedAt: row.staged_at,
    ...(row.settled_at === null ? {} : { settledAt: row.settled_at }),
    read: row.read,
    ready: row.ready,
    wrongCount: row.wrong_count,
    wrong: z.array(wrongPlace).parse(row.wrong),
    effect: importEffect.parse(row.report),
  };
}

export async function loadImportRecords(
  tx: Tx,
  jurisdiction: Jurisdiction,
  importId: string,
): Promise<readonly ProcedureRecord[]> {
  const rows = await many(
    tx,
    sql<{ record: unknown }>`
      select r.record from catalogue.import_record r
      where r.jurisdiction = ${jurisdiction} and r.import_id = ${importId}
      order by r.code
    `,
  );
  return rows.map(({ record }) => procedureRecord.parse(record));
}

/** The import is over; its records are no longer needed. */
export async function settleImport(
  tx: Tx,
  ctx: CommandContext,
  importId: string,
  state: 'applied' | 'discarded',
  effect: ImportEffect,
): Promise<void> {
  await sql`
    update catalogue.import
    set state = ${state}, settled_at = ${ctx.now}, report = ${JSON.stringify(effect)}::jsonb,
      settled_by = ${ctx.actor.kind === 'officer' ? ctx.actor.accountId : null}
    where jurisdiction = ${ctx.jurisdiction} and import_id = ${importId}
  `.execute(tx);
  await sql`
    delete from catalogue.import_record where jurisdiction = ${ctx.jurisdiction} and import_id = ${importId}
  `.execute(tx);
}
