import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';
import type { UnitDirectory } from '../../identity/public.ts';
import { frameCode } from '../core/code-pattern.ts';
import type { CodePatternRecord } from '../core/code-pattern-record.ts';
import { everyUnit } from '../store/next-code.ts';

/**
 * Takes in how codes are written, effective-dated. A pattern without a serial, or for a unit that does not exist, is wrong
 * data and throws. Codes once issued never change.
 */
export async function loadCodePatterns(
  tx: Tx,
  jurisdiction: Jurisdiction,
  units: UnitDirectory,
  records: readonly CodePatternRecord[],
): Promise<void> {
  for (const record of records) {
    const unit = record.unitKey === undefined ? undefined : units.byKey(record.unitKey);
    if (record.unitKey !== undefined && !unit)
      throw new Error(`code pattern names unknown unit ${record.unitKey}`);
    const facts = {
      agencyCode: unit?.agencyCode ?? '-',
      gsoCode: unit?.gsoCode ?? '-',
      unitKey: unit?.key ?? '-',
    };
    frameCode(record.pattern, { ...facts, on: record.validFrom });
    await sql`
      insert into dossiers.code_pattern (jurisdiction, unit_id, valid_from, valid_to, pattern, source, certainty)
      values (${jurisdiction}, ${unit?.id ?? everyUnit}, ${record.validFrom}, ${record.validTo ?? null},
        ${record.pattern}, ${record.source}, ${record.certainty})
      on conflict (jurisdiction, unit_id, valid_from) do update
        set valid_to = excluded.valid_to, pattern = excluded.pattern, source = excluded.source,
          certainty = excluded.certainty
    `.execute(tx);
  }
}
