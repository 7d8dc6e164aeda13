import { searchText } from '../../../../kernel/search-text.ts';
import type { Doubt, Fee } from '../content.ts';
import type { FeeRule } from '../fee-rule.ts';
import { cleanText } from './clean-text.ts';
import type { SourceChannel } from './source-record.ts';

/** Less than this is a slip of the keyboard or thousands written short. */
export const leastFee = 1000;
/** Sectors whose "miễn phí" is the portal's default, not a fact (practice 21). */
const land = /dat dai|bien phap bao dam/;

/** Whether "miễn phí" in this sector is the portal's default rather than a fact. */
export function isFreeByDefault(sector: string): boolean {
  return land.test(searchText(sector));
}

/** The fee of one channel, key and name left to the caller. Several that differ give words without a rule. */
export function readFee(
  entries: readonly SourceChannel[],
  sector: string,
): Pick<Fee, 'rule' | 'asPublished' | 'certainty' | 'doubts'> {
  const texts = [...new Set(entries.map((entry) => cleanText(entry.feeText)))].filter((text) => text !== '');
  const asPublished = texts.length > 0 ? { asPublished: texts.join('; ') } : {};
  const [entry] = entries;
  if (!entry) return { certainty: 'unverified', doubts: ['no-fee'] };
  const doubt = texts.length > 1 ? 'several-fees' : doubtOf(entry, sector);
  if (doubt || entry.feeAmount === null)
    return { ...asPublished, certainty: 'unverified', doubts: [doubt ?? 'no-fee'] };
  return { rule: ruleOf(entry.feeAmount), ...asPublished, certainty: 'verified', doubts: [] };
}

function ruleOf(amount: number): FeeRule {
  return amount === 0 ? { kind: 'free' } : { kind: 'fixed', amount };
}

function doubtOf(entry: SourceChannel, sector: string): Doubt | undefined {
  const { feeAmount, feeCurrency } = entry;
  if (feeAmount === null) return 'no-fee';
  const currency = feeCurrency.trim();
  if (currency !== '' && currency !== 'VND') return 'foreign-currency';
  if (feeAmount === 0) {
    const said = cleanText(entry.feeText).toLowerCase() === 'miễn phí';
    return said && !isFreeByDefault(sector) ? undefined : 'free-by-default';
  }
  if (currency === '') return 'fee-without-currency';
  return Number.isSafeInteger(feeAmount) && feeAmount >= leastFee ? undefined : 'implausible-fee';
}
