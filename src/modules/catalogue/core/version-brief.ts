import { z } from 'zod';

/** A version in the list of a procedure's versions. */
export const versionBrief = z.strictObject({
  versionId: z.uuid(),
  number: z.int(),
  origin: z.enum(['shipped', 'edited', 'imported']),
  name: z.string(),
  validFrom: z.iso.date(),
  /** First day no longer in force. */
  validTo: z.iso.date().optional(),
  /** Decided otherwise before its first day: it never was in force. */
  withdrawn: z.boolean(),
  /** How the procedure ended with it. */
  ended: z.enum(['abolished', 'replaced', 'suspended']).optional(),
  publishedAt: z.iso.datetime({ offset: true }),
});
export type VersionBrief = z.infer<typeof versionBrief>;
