import { z } from 'zod';
import type { TextFile } from './data-fault.ts';
import { parseCsv } from './read-csv.ts';
import { legalText, provenance, validity } from './vocabulary.ts';

const provinceRow = z.strictObject({
  /** Code of the General Statistics Office; codes are used again, so validity counts. */
  code: z.string().regex(/^\d{2}$/),
  name: legalText,
  ...validity,
  ...provenance,
});
export type ProvinceRow = z.infer<typeof provinceRow>;

/** `data/units/provinces.csv`: all provinces of the country, for addresses outside the installation's own units. */
export const parseProvinces = (file: TextFile) => parseCsv(file, provinceRow);
