import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { one, type Tx } from '../../../platform/database.ts';

/**
 * Marks the dossier accepted with its promise and the next serial of the receiving unit's register of the year. The
 * counter row is locked here, last in the transaction; the serial is gapless because it rolls back with it.
 */
export async function acceptRow(
  tx: Tx,
  ctx: CommandContext,
  accepted: {
    readonly dossierId: Id<'dossier'>;
    readonly registerUnitId: Id<'unit'>;
    readonly promisedAt: Date | null;
    readonly lastSeq: number;
  },
): Promise<number> {
  const year = plainDateOf(ctx.now).slice(0, 4);
  const row = await one(
    tx,
    sql<{ register_serial: number }>`
      with counter as (
        insert into dossiers.number_counter as c (jurisdiction, series, unit_id, period, last_number)
        values (${ctx.jurisdiction}, 'register', ${accepted.registerUnitId}, ${year}, 1)
        on conflict (jurisdiction, series, unit_id, period) do update set last_number = c.last_number + 1
        returning last_number
      )
      update dossiers.dossier d
      set phase = 'accepted', version = d.version + 1, last_seq = ${accepted.lastSeq}, accepted_at = ${ctx.now},
        promised_at = ${accepted.promisedAt},
        register_unit_id = ${accepted.registerUnitId}, register_year = ${Number(year)}, register_serial = counter.last_number
      from counter
      where d.jurisdiction = ${ctx.jurisdiction} and d.dossier_id = ${accepted.dossierId}
      returning d.register_serial
    `,
  );
  return row.register_serial;
}
