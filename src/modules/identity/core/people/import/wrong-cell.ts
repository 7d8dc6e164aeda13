import { z } from 'zod';

/** Why something in a file of people is not taken; each has its sentence (`people.import.reason.<reason>`). */
export const wrongCellReasons = [
  'no-table',
  'repeated-table',
  'missing-column',
  'unknown-column',
  'repeated-column',
  'too-many-rows',
  'required',
  'too-long',
  'formula',
  'cell-error',
  'login-malformed',
  'phone-malformed',
  'email-malformed',
  'not-a-date',
  'too-many-lines',
  'unknown-role',
  'unknown-unit',
  'unit-ambiguous',
  'beyond-reach',
  'days-reversed',
  'unit-ends',
  'not-at-counter',
  'login-taken',
  'name-differs',
  'account-closed',
  'own-post',
  'repeated',
  'post-held',
] as const;

/** One wrong place of the file: row and column as Excel calls them. */
export const wrongCell = z.object({
  row: z.int(),
  column: z.string().optional(),
  header: z.string().optional(),
  reason: z.enum(wrongCellReasons),
  /** What was found, or what would have been right; never a name or a contact. */
  detail: z.string().optional(),
});
export type WrongCell = z.output<typeof wrongCell>;
export type WrongCellReason = WrongCell['reason'];
