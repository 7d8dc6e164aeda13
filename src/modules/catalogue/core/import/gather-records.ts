import type { ProcedureRecord } from '../procedure-record.ts';
import type { ParsedLine } from './parse-line.ts';
import type { ReadFile } from './workbook/read-workbook.ts';
import type { WrongPlace } from './wrong-place.ts';

/** Gathers lines or items as they are read; of two with one code the first counts and the second is named. */
export function recordGatherer() {
  const records = new Map<string, ProcedureRecord>();
  const wrong: WrongPlace[] = [];
  return {
    add(parsed: ParsedLine, row: number): void {
      if ('wrong' in parsed) wrong.push(parsed.wrong);
      else if (records.has(parsed.record.code))
        wrong.push({ row, reason: 'repeated', code: parsed.record.code });
      else records.set(parsed.record.code, parsed.record);
    },
    gathered(): ReadFile {
      return { read: records.size + wrong.length, records: [...records.values()], wrong };
    },
  };
}
