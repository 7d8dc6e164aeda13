import { type Answers, applies, holds } from './applies.ts';
import type { Channel, Fee, FeeReduction } from './content.ts';
import type { FeeRule, FeeUnit, ReductionRule } from './fee-rule.ts';
import type { ProcedureVersion } from './procedure-version.ts';

/** How many of each unit: pages, copies… A missing quantity counts as one. */
export type Quantities = Partial<Readonly<Record<FeeUnit, number>>>;

/** One step of a sum, to be read aloud: `3 × 1.000 đ`. */
export interface FeePart {
  readonly quantity: number;
  readonly each: number;
  readonly amount: number;
  /** `tier`: quantity of the unit at this price; `cap`: at most; `times`: once per copy…; `reduced`: what remains to pay. */
  readonly kind: 'fixed' | 'tier' | 'cap' | 'times' | 'reduced';
  readonly unit?: FeeUnit;
}

/** One fee of a case; `amount` in whole đồng, absent when the fee is not known. */
export interface FeeLine {
  readonly fee: Fee;
  readonly amount?: number;
  readonly parts: readonly FeePart[];
  /** The reduction the amount already counts. */
  readonly reduction?: FeeReduction;
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
 * Of the reductions that certainly apply (channel and case known, condition answered) the best for the citizen counts.
 * A quantity that is not a whole number above zero is a mistake of the caller and throws.
 */
export function feeFor(
  version: { readonly content: Pick<ProcedureVersion['content'], 'fees'> },
  caseKey: string | undefined,
  channel: Channel | undefined,
  quantities: Quantities = {},
  answers: Answers = {},
): FeeQuote {
  const lines = version.content.fees
    .filter((fee) => applies(fee, caseKey, channel))
    .map((fee) => reduce(quoteFee(fee, quantities), caseKey, channel, answers));
  const known = caseKey !== undefined && lines.length > 0 && lines.every((line) => line.amount !== undefined);
  return known ? { lines, total: lines.reduce((sum, line) => sum + (line.amount ?? 0), 0) } : { lines };
}

function quoteFee(fee: Fee, quantities: Quantities): FeeLine {
  if (!fee.rule || fee.certainty === 'unverified') return { fee, parts: [] };
  const parts = partsOf(fee.rule, quantities);
  return { fee, parts, amount: parts.at(-1)?.kind === 'tier' ? sum(parts) : (parts.at(-1)?.amount ?? 0) };
}

/** The line after its best reduction, if one applies for certain. */
function reduce(
  line: FeeLine,
  caseKey: string | undefined,
  channel: Channel | undefined,
  answers: Answers,
): FeeLine {
  const { amount, fee, parts } = line;
  if (amount === undefined || amount === 0) return line;
  const [best] = (fee.reductions ?? [])
    .filter((reduction) => certainlyApplies(reduction, caseKey, channel, answers))
    .map((reduction) => ({ reduction, left: leftOf(amount, reduction.rule) }))
    .sort((one, other) => one.left - other.left);
  if (!best) return line;
  const part: FeePart = { kind: 'reduced', quantity: 1, each: best.left, amount: best.left };
  return { fee, amount: best.left, parts: [...parts, part], reduction: best.reduction };
}

function certainlyApplies(
  reduction: FeeReduction,
  caseKey: string | undefined,
  channel: Channel | undefined,
  answers: Answers,
): boolean {
  if (reduction.certainty === 'unverified' || !applies(reduction, caseKey, channel)) return false;
  if (reduction.cases && caseKey === undefined) return false;
  if (reduction.channels && channel === undefined) return false;
  const { condition } = reduction;
  return condition === undefined || (condition.when !== undefined && holds(condition.when, answers) === true);
}

/** Fractions of a đồng are the citizen's. */
function leftOf(amount: number, rule: ReductionRule): number {
  switch (rule.kind) {
    case 'exempt':
      return 0;
    case 'percent':
      return Math.floor((amount * (100 - rule.percent)) / 100);
    case 'amount':
      return Math.max(0, amount - rule.amount);
  }
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
