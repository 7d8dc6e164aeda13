import { z } from 'zod';

/** Whole đồng. */
const dong = z.int().min(0).max(1_000_000_000);
const feeUnit = z.enum(['page', 'copy', 'signature', 'document', 'item']);

/**
 * A fee as typed facts. `tiered`: each quantity of `unit` costs the price of the tier it falls in (`upTo`
 * inclusive, the last tier open), at most `cap`, all of it once per `times`: certified copies are counted per
 * page and capped per copy (TT 226/2016/TT-BTC Art. 4).
 */
export const feeRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('fixed'), amount: dong }),
  z.strictObject({
    kind: z.literal('tiered'),
    unit: feeUnit,
    tiers: z.array(z.strictObject({ upTo: z.int().min(1).optional(), each: dong })).min(1),
    cap: dong.optional(),
    times: feeUnit.optional(),
  }),
]);
