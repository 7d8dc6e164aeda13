import { z } from 'zod';

/** Whole đồng. */
const dong = z.int().min(0).max(1_000_000_000_000);
const unit = z.enum(['page', 'copy', 'signature', 'document', 'item']);

/**
 * A fee as typed facts, never evaluated text. `tiered`: each quantity of `unit` costs the price of the tier
 * it falls in (`upTo` inclusive, the last tier open), at most `cap`, and all of that once per `times`
 * (certified copies: per page, capped per copy; TT 226/2016/TT-BTC).
 */
export const feeRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('fixed'), amount: dong }),
  z.strictObject({
    kind: z.literal('tiered'),
    unit,
    tiers: z
      .array(z.strictObject({ upTo: z.int().min(1).optional(), each: dong }))
      .min(1)
      .refine(tiersAscend, 'tiers must ascend and only the last may be open'),
    cap: dong.optional(),
    times: unit.optional(),
  }),
]);
/** What a reduction does to the amount: nothing is paid, so many percent or đồng less. */
export const reductionRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exempt') }),
  z.strictObject({ kind: z.literal('percent'), percent: z.int().min(1).max(99) }),
  z.strictObject({ kind: z.literal('amount'), amount: dong }),
]);
export type ReductionRule = z.infer<typeof reductionRule>;
export type FeeRule = z.infer<typeof feeRule>;
export type FeeUnit = z.infer<typeof unit>;

function tiersAscend(tiers: readonly { upTo?: number | undefined }[]): boolean {
  return tiers.every((tier, index) => {
    const last = index === tiers.length - 1;
    if (last) return tier.upTo === undefined;
    const previous = tiers[index - 1]?.upTo ?? 0;
    return tier.upTo !== undefined && tier.upTo > previous;
  });
}
