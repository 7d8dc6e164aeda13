import { z } from 'zod';
import { level, procedureContent } from './content.ts';

/** National code of a procedure: `1.001193`. */
export const procedureCode = z.string().regex(/^\d\.\d{6}$/);

/** Level of service; `level2`–`level4` are read in versions before NĐ 42/2022 only. */
export const serviceLevel = z.enum(['full', 'part', 'information', 'unknown', 'level2', 'level3', 'level4']);
export type ServiceLevel = z.infer<typeof serviceLevel>;

/** Where its dossiers are worked: in this system, in a ministry's, or there and mirrored here. */
export const routing = z.strictObject({
  kind: z.enum(['here', 'ministry', 'mirrored']),
  /** The ministry's system by name, when not `here`. */
  system: z.string().optional(),
});
export type Routing = z.infer<typeof routing>;

/**
 * One version of one procedure as the reference data or an import hands it over: header and content.
 * The store makes a version of it when its content differs from the newest.
 */
export const procedureRecord = z.strictObject({
  code: procedureCode,
  name: z.string().trim().min(1),
  nameEn: z.string().trim().min(1).optional(),
  /** Shorter everyday title for lists and headings when the legal name is long. */
  shortName: z.string().trim().min(1).optional(),
  shortNameEn: z.string().trim().min(1).optional(),
  sector: z.string().trim().min(1),
  sectorEn: z.string().trim().min(1).optional(),
  ministry: z.string().trim().min(1).optional(),
  levels: z.array(level).min(1),
  serviceLevel: serviceLevel.default('unknown'),
  routing: routing.default({ kind: 'here' }),
  /** First day in force. */
  validFrom: z.iso.date(),
  /** First day no longer in force (half-open). */
  validTo: z.iso.date().optional(),
  /** Everyday procedures come first among equals: 0 rare … 100 the commonest. */
  prominence: z.int().min(0).max(100).default(0),
  content: procedureContent,
});
export type ProcedureRecord = z.infer<typeof procedureRecord>;
/** The same before defaults are filled in: what a YAML file may leave out. */
export type ProcedureRecordInput = z.input<typeof procedureRecord>;
