import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { ExtensionRule, ExtensionUnit } from '../core/clock/extension.ts';

interface Row {
  readonly sector: string;
  readonly procedure_code: string;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
  readonly unit: ExtensionUnit;
  readonly most: number;
  readonly times: number;
  readonly moves: boolean;
  readonly name: string;
  readonly name_en: string | null;
  readonly source: string;
  readonly certainty: string;
}

/** Everything the regimes say about further time: a short list. */
export async function extensionRules(connection: Connection): Promise<readonly ExtensionRule[]> {
  const rows = await many(
    connection,
    sql<Row>`
      select sector, procedure_code, valid_from, valid_to, unit, most, times, moves, name, name_en, source, certainty
      from process.extension_rule
      where jurisdiction = platform.current_jurisdiction()
    `,
  );
  return rows.map((row) => ({
    sector: row.sector || undefined,
    procedureCode: row.procedure_code || undefined,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
    unit: row.unit,
    most: row.most,
    times: row.times,
    moves: row.moves,
    name: row.name,
    nameEn: row.name_en ?? undefined,
    source: row.source,
    certainty: row.certainty,
  }));
}

/** Takes in one row by its natural key. */
export async function saveExtensionRule(tx: Tx, rule: ExtensionRule): Promise<void> {
  await sql`
    insert into process.extension_rule (jurisdiction, sector, procedure_code, valid_from, valid_to, unit, most, times,
      moves, name, name_en, source, certainty)
    values (platform.current_jurisdiction(), ${rule.sector ?? ''}, ${rule.procedureCode ?? ''}, ${rule.validFrom},
      ${rule.validTo ?? null}, ${rule.unit}, ${rule.most}, ${rule.times}, ${rule.moves}, ${rule.name},
      ${rule.nameEn ?? null}, ${rule.source}, ${rule.certainty})
    on conflict (jurisdiction, sector, procedure_code, valid_from) do update
      set valid_to = excluded.valid_to, unit = excluded.unit, most = excluded.most, times = excluded.times,
        moves = excluded.moves, name = excluded.name, name_en = excluded.name_en, source = excluded.source,
        certainty = excluded.certainty
  `.execute(tx);
}
