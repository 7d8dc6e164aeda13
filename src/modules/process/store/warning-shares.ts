import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { WarningShare } from '../core/flow/warning-share.ts';

interface Row {
  readonly sector: string;
  readonly procedure_code: string;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
  readonly share: number;
  readonly source: string;
  readonly certainty: string;
}

/** Everything said about when a step is soon due: a short list. */
export async function warningShares(connection: Connection): Promise<readonly WarningShare[]> {
  const rows = await many(
    connection,
    sql<Row>`
      select sector, procedure_code, valid_from, valid_to, share::float8 as share, source, certainty
      from process.warning_share
      where jurisdiction = platform.current_jurisdiction()
    `,
  );
  return rows.map((row) => ({
    sector: row.sector || undefined,
    procedureCode: row.procedure_code || undefined,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
    share: row.share,
    source: row.source,
    certainty: row.certainty,
  }));
}

/** Takes in one row by its natural key. */
export async function saveWarningShare(tx: Tx, warning: WarningShare): Promise<void> {
  await sql`
    insert into process.warning_share (jurisdiction, sector, procedure_code, valid_from, valid_to, share, source, certainty)
    values (platform.current_jurisdiction(), ${warning.sector ?? ''}, ${warning.procedureCode ?? ''}, ${warning.validFrom},
      ${warning.validTo ?? null}, ${warning.share}, ${warning.source}, ${warning.certainty})
    on conflict (jurisdiction, sector, procedure_code, valid_from) do update
      set valid_to = excluded.valid_to, share = excluded.share, source = excluded.source, certainty = excluded.certainty
  `.execute(tx);
}
