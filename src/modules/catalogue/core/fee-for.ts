import { applies } from './applies.ts';
import type { Channel, Fee } from './content.ts';
import type { FeeRule, FeeUnit } from './fee-rule.ts';
import type { ProcedureVersion } from './procedure-version.ts';

/** How many of each unit: pages, copies… A missing quantity counts as one. */
export type Quantities = Partial<Readonly<Record<FeeUnit, number>>>;

/** One step of a sum, to be read aloud: `3 × 1.000 đ`. */
export interface FeePart {
  readonly quantity: number;
  readonly each: number;
  readonly amount: number;
  /** `tier`: quantity of the unit at this price; `cap`: reduced to the maximum; `times`: once per copy… */
  readonly kind: 'fixed' | 'tier' | 'cap' | 'times';
  readonly unit?: FeeUnit;
}

/** One fee of a case; `amount` in whole đồng, absent when the fee is not known. */
export interface FeeLine {
  readonly fee: Fee;
  readonly amount?: number;
  readonly parts: readonly FeePart[];
}

export interface FeeQuote {
  readonly lines: readonly FeeLine[];
  /** Sum in whole đồng; absent as soon as one line is unknown or unverified. */
  readonly total?: number;
}

/**
 * What is to be paid in one case by one channel. Pure; amounts are whole đồng with every step of the sum.
 * A fee not known or not checked has no amount: it is shown as such and never collected from this figure.
 * While no case is chosen the fees of all are quoted, without a sum.
 * A quantity that is not a whole number above zero is a mistake of the caller and throws.
 */
export function feeFor(
  version: { readonly content: Pick<ProcedureVersion['content'], 'fees'> },
  caseKey: string | undefined,
  channel: Channel | undefined,
  quantities: Quantities = {},
): FeeQuote {
  const lines = version.content.fees
    .filter((fee) => applies(fee, caseKey, channel))
    .map((fee) => quoteFee(fee, quantities));
  const known = caseKey !== undefined && lines.length > 0 && lines.every((line) => line.amount !== undefined);
  return known ? { lines, total: lines.reduce((sum, line) => sum + (line.amount ?? 0), 0) } : { lines };
}

function quoteFee(fee: Fee, quantities: Quantities): FeeLine {
  if (!fee.rule || fee.certainty === 'unverified') return { fee, parts: [] };
  const parts = partsOf(fee.rule, quantities);
  return { fee, parts, amount: parts.at(-1)?.kind === 'tier' ? sum(parts) : (parts.at(-1)?.amount ?? 0) };
}

function partsOf(rule: FeeRule, quantities: Quantities): readonly FeePart[] {
  switch (rule.kind) {
    case 'free':
      return [];
    case 'fixed':
      return [{ kind: 'fixed', quantity: 1, each: rule.amount, amount: rule.amount }];
    case 'tiered':
      return tieredParts(rule, quantities);
  }
}

function tieredParts(rule: Extract<FeeRule, { kind: 'tiered' }>, quantities: Quantities): readonly FeePart[] {
  const parts: FeePart[] = [];
  const wanted = quantityOf(quantities, rule.unit);
  let below = 0;
  for (const { upTo, each } of rule.tiers) {
    const quantity = Math.min(wanted, upTo ?? wanted) - below;
    if (quantity <= 0) break;
    parts.push({ kind: 'tier', unit: rule.unit, quantity, each, amount: quantity * each });
    below += quantity;
  }
  let once = sum(parts);
  if (rule.cap !== undefined && once > rule.cap) {
    once = rule.cap;
    parts.push({ kind: 'cap', quantity: 1, each: rule.cap, amount: rule.cap });
  }
  if (rule.times) {
    const times = quantityOf(quantities, rule.times);
    if (times > 1)
      parts.push({ kind: 'times', unit: rule.times, quantity: times, each: once, amount: times * once });
  }
  return parts;
}

function quantityOf(quantities: Quantities, unit: FeeUnit): number {
  const quantity = quantities[unit] ?? 1;
  if (!Number.isSafeInteger(quantity) || quantity < 1)
    throw new RangeError(`quantity of ${unit} must be a whole number above zero, got ${quantity}`);
  return quantity;
}

function sum(parts: readonly FeePart[]): number {
  return parts.reduce((total, part) => total + part.amount, 0);
}
