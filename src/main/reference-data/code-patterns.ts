import { z } from 'zod';
import type { CodePatternRecord } from '../../modules/dossiers/public.ts';
import type { TextFile } from './data-fault.ts';
import { parseCsv } from './read-csv.ts';
import { certaintyInModules, legalText, provenance, validity } from './vocabulary.ts';

const codePatternRow = z.strictObject({
  unit: z.string().optional(),
  pattern: legalText,
  ...validity,
  ...provenance,
});
export type CodePatternRow = z.infer<typeof codePatternRow>;

/** `data/units/code-patterns.csv`. */
export const parseCodePatterns = (file: TextFile) => parseCsv(file, codePatternRow);

/** The same as dossiers take them. */
export function toCodePatternRecords(rows: readonly CodePatternRow[]): readonly CodePatternRecord[] {
  return rows.map(({ unit, certainty, ...row }) => ({
    ...row,
    ...(unit !== undefined && { unitKey: unit }),
    certainty: certaintyInModules[certainty],
  }));
}
