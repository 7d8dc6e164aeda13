import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, maybeOne, type Tx } from '../../../platform/database.ts';
import type { ProcedureRecord } from '../core/procedure-record.ts';
import { type ProcedureText, procedureText } from '../core/procedure-text.ts';
import { contentHash } from './content-hash.ts';

/** Keeps what the national database says where ours is another text. */
export async function saveNationalRecords(
  tx: Tx,
  ctx: CommandContext,
  records: readonly ProcedureRecord[],
): Promise<void> {
  const rows = records.map((record) => {
    const { validFrom: _from, validTo: _to, prominence: _place, ...text } = record;
    return { code: record.code, record: text, content_hash: contentHash(record) };
  });
  await sql`
    insert into catalogue.national_record (jurisdiction, code, record, content_hash, taken_at)
    select ${ctx.jurisdiction}, r.code, r.record, r.content_hash, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, record jsonb, content_hash text)
    on conflict (jurisdiction, code) do update
      set record = excluded.record, content_hash = excluded.content_hash, taken_at = excluded.taken_at
  `.execute(tx);
}

/** What the national database last said of a procedure: the record kept beside ours. */
export async function findNationalText(
  db: Connection,
  jurisdiction: Jurisdiction,
  code: string,
): Promise<ProcedureText | undefined> {
  const row = await maybeOne(
    db,
    sql<{ record: unknown }>`
      select r.record from catalogue.national_record r
      where r.jurisdiction = ${jurisdiction} and r.code = ${code}
    `,
  );
  return row && procedureText.parse(row.record);
}
