import { z } from 'zod';
import { channel } from '../content.ts';
import { procedureCode } from '../procedure-record.ts';

const words = (most: number) => z.string().trim().min(1).max(most);

/** At most so many procedures at once: their preview is one page. */
export const mostAtOnce = 500;

/** One field, and what becomes of it in every chosen procedure. */
export const bulkEdit = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('sector'), to: words(300) }),
  /** What the citizen reads; the rule that finds the agency stays. */
  z.strictObject({ field: z.literal('agency'), to: words(500) }),
  /** A document took the place of another: its number, and its name where that is known. */
  z.strictObject({
    field: z.literal('legalBasis'),
    from: words(200),
    to: words(200),
    name: words(1000).optional(),
  }),
  /** Of every fee, or only of those that rest on `from`. */
  z.strictObject({ field: z.literal('feeBasis'), from: words(500).optional(), to: words(500) }),
  z.strictObject({ field: z.literal('channel'), does: z.enum(['add', 'remove']), channel }),
]);
export type BulkEdit = z.infer<typeof bulkEdit>;

const chosen = {
  codes: z
    .array(procedureCode)
    .min(1)
    .max(mostAtOnce)
    .transform((codes) => [...new Set(codes)].toSorted()),
  edit: bulkEdit,
  /** The decision all of it rests on, not carried out yet. */
  decisionId: z.uuid(),
};

export const previewBulkEditInput = z.strictObject(chosen);

export const applyBulkEditInput = z.strictObject({
  ...chosen,
  /** `preview` of the preview that was shown: another one means something changed since. */
  preview: z.string().min(1).max(100),
});
