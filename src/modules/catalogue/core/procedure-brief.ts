import { z } from 'zod';
import { level } from './content.ts';
import { procedureCode, serviceLevel } from './procedure-record.ts';

/** A procedure as a list shows it, in the version in force on the day asked for. */
export const procedureBrief = z.strictObject({
  code: procedureCode,
  name: z.string(),
  nameEn: z.string().optional(),
  shortName: z.string().optional(),
  shortNameEn: z.string().optional(),
  sector: z.string(),
  sectorEn: z.string().optional(),
  levels: z.array(level),
  serviceLevel,
  origin: z.enum(['shipped', 'edited', 'imported']),
});
export type ProcedureBrief = z.infer<typeof procedureBrief>;
