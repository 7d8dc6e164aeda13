import { z } from 'zod';
import type { SuspensionGround } from '../../modules/process/public.ts';
import type { TextFile } from './data-fault.ts';
import { parseCsv } from './read-csv.ts';
import { certaintyInModules, legalText, procedureCode, provenance, slug, validity } from './vocabulary.ts';

const suspensionGroundRow = z.strictObject({
  ground: slug,
  /** Empty: every sector, every procedure. */
  sector: slug.optional(),
  procedure: procedureCode.optional(),
  /** `continue` counts on, `restart` counts anew, `none` is logged and stops nothing. */
  effect: z.enum(['continue', 'restart', 'none']),
  /** National status shown meanwhile. */
  status: z
    .enum(['5', '6'])
    .transform((text) => (text === '5' ? (5 as const) : (6 as const)))
    .optional(),
  name: legalText,
  nameEn: legalText,
  ...validity,
  ...provenance,
});

/** `data/regimes/suspension-grounds.csv`. */
export const parseSuspensionGrounds = (file: TextFile) => parseCsv(file, suspensionGroundRow);

/** The same as process takes them. */
export function toSuspensionGrounds(
  rows: readonly z.infer<typeof suspensionGroundRow>[],
): readonly SuspensionGround[] {
  return rows.map(({ procedure, certainty, ...row }) => ({
    ...row,
    procedureCode: procedure,
    certainty: certaintyInModules[certainty],
  }));
}
