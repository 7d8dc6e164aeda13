import type { Doubt } from '../content.ts';
import type { ProcedureRecord } from '../procedure-record.ts';
import { doubtsOf } from './doubts-of.ts';
import type { ImportEffect } from './import-view.ts';

/** What of the records is not believed: facts and procedures by doubt, most first. */
export function countDoubts(records: readonly ProcedureRecord[]): ImportEffect['quarantined'] {
  const counted = new Map<Doubt, { facts: number; procedures: number }>();
  for (const record of records) {
    for (const [doubt, facts] of doubtsOf(record.content)) {
      const sum = counted.get(doubt) ?? { facts: 0, procedures: 0 };
      counted.set(doubt, { facts: sum.facts + facts, procedures: sum.procedures + 1 });
    }
  }
  return [...counted]
    .map(([doubt, sum]) => ({ doubt, ...sum }))
    .sort((one, other) => other.facts - one.facts);
}
