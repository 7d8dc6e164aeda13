import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, maybeOne } from '../../../platform/database.ts';
import type { Unit } from '../../identity/public.ts';
import { type CodeFrame, frameCode } from '../core/code-pattern.ts';

/** Stands for "every unit" in the pattern table. */
export const everyUnit = '00000000-0000-0000-0000-000000000000';

/** The frame of the codes a unit issues on a day: its own pattern, else the jurisdiction's. Throws when no pattern is loaded. */
export async function codeFrameFor(
  connection: Connection,
  jurisdiction: Jurisdiction,
  unit: Unit,
  on: PlainDate,
): Promise<CodeFrame> {
  const row = await maybeOne(
    connection,
    sql<{ pattern: string }>`
      select pattern from dossiers.code_pattern
      where jurisdiction = ${jurisdiction} and unit_id in (${unit.id}, ${everyUnit})
        and valid_from <= ${on} and (valid_to is null or valid_to > ${on})
      order by unit_id = ${everyUnit}
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
