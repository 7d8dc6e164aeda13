import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { SuspensionGround, WaitingStatus } from '../core/clock/suspension-ground.ts';

interface Row {
  readonly ground: string;
  readonly sector: string;
  readonly procedure_code: string;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
  readonly effect: SuspensionGround['effect'];
  readonly status: WaitingStatus | null;
  readonly name: string;
  readonly name_en: string | null;
  readonly source: string;
  readonly certainty: string;
}

/** Everything the regimes say about grounds: a short list. */
export async function suspensionGrounds(connection: Connection): Promise<readonly SuspensionGround[]> {
  const rows = await many(
    connection,
    sql<Row>`
      select ground, sector, procedure_code, valid_from, valid_to, effect, status, name, name_en, source, certainty
      from process.suspension_ground
      where jurisdiction = platform.current_jurisdiction()
    `,
  );
  return rows.map((row) => ({
    ground: row.ground,
    sector: row.sector || undefined,
    procedureCode: row.procedure_code || undefined,
    effect: row.effect,
    status: row.status ?? undefined,
    name: row.name,
    nameEn: row.name_en ?? undefined,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
    source: row.source,
    certainty: row.certainty,
  }));
}

/** Takes in one row by its natural key. */
export async function saveSuspensionGround(tx: Tx, ground: SuspensionGround): Promise<void> {
  await sql`
    insert into process.suspension_ground (jurisdiction, ground, sector, procedure_code, valid_from, valid_to, effect,
      status, name, name_en, source, certainty)
    values (platform.current_jurisdiction(), ${ground.ground}, ${ground.sector ?? ''}, ${ground.procedureCode ?? ''},
      ${ground.validFrom}, ${ground.validTo ?? null}, ${ground.effect}, ${ground.status ?? null}, ${ground.name},
      ${ground.nameEn ?? null}, ${ground.source}, ${ground.certainty})
    on conflict (jurisdiction, ground, sector, procedure_code, valid_from) do update
      set valid_to = excluded.valid_to, effect = excluded.effect, status = excluded.status, name = excluded.name,
        name_en = excluded.name_en, source = excluded.source, certainty = excluded.certainty
  `.execute(tx);
}
