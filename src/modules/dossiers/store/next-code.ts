import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, maybeOne } from '../../../platform/database.ts';
import type { Unit, UnitDirectory } from '../../identity/public.ts';
import { type CodeFrame, frameCode } from '../core/code-pattern.ts';

/** Stands for "every unit" in the pattern table. */
export const everyUnit = '00000000-0000-0000-0000-000000000000';

/**
 * The frame of the codes a unit issues on a day: its own pattern, else that of the unit it goes on from one to one, else the
 * jurisdiction's. Of a merger or a split nobody's form goes on by itself. Throws when no pattern is loaded.
 */
export async function codeFrameFor(
  connection: Connection,
  jurisdiction: Jurisdiction,
  units: Pick<UnitDirectory, 'continuedFrom'>,
  unit: Unit,
  on: PlainDate,
): Promise<CodeFrame> {
  const asked = [unit.id, ...units.continuedFrom(unit.id, on), everyUnit];
  const row = await maybeOne(
    connection,
    sql<{ pattern: string }>`
      select pattern from dossiers.code_pattern
      where jurisdiction = ${jurisdiction} and unit_id = any(${asked}::uuid[])
        and valid_from <= ${on} and (valid_to is null or valid_to > ${on})
      order by array_position(${asked}::uuid[], unit_id)
      limit 1
    `,
  );
  if (!row) throw new Error(`no dossier code pattern is in force on ${on}`);
  return frameCode(row.pattern, {
    agencyCode: unit.agencyCode,
    gsoCode: unit.gsoCode,
    unitKey: unit.key,
    on,
  });
}
