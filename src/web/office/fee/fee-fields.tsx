import { useEffect, useState } from 'react';
import type { Refusal } from '../../../kernel/refusal.ts';
import {
  type Channel,
  type Fee,
  type FeeQuote,
  type FeeUnit,
  feeFor,
} from '../../../modules/catalogue/contract.ts';
import { formatNumber } from '../../../texts/format.ts';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';
import { FeeSum } from './fee-sum.tsx';

/** The published fees and what decides among them. */
export interface FeeFacts {
  readonly fees: readonly Fee[];
  readonly caseKey: string;
  readonly channel: Channel;
}

export interface FeeFieldsProps {
  readonly facts: FeeFacts;
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
  /** Makes the ids unique on the page. */
  readonly prefix?: string;
}

/**
 * What is to be paid by rule, with how the sum comes about, and the receipt. Quantities recompute the sum at once; without
 * script the button `intent=count` does.
 */
export function FeeFields({ facts, typed, refusal, prefix = '' }: FeeFieldsProps) {
  const { t, locale } = useTexts();
  const problem = useProblems(refusal);
  const units = unitsOf(feeFor({ content: { fees: [...facts.fees] } }, facts.caseKey, facts.channel));
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>(() => typedCounts(units, typed));
  const quote = quoteOf(facts, counts);
  if (quote.lines.length === 0) return <p>{t('procedure.fee.none')}</p>;
  if (quote.total === 0) return <p>{t('procedure.fee.free')}</p>;
  const amount =
    scripted || typed['fee.amount'] === undefined ? totalText(quote, locale) : typed['fee.amount'];
  return (
    <div className="mc-stack mc-stack--snug">
      {units.length === 0 ? null : (
        <div className="mc-counts">
          {units.map((unit) => (
            <label key={unit} className="mc-counts__one">
              <span>{t('procedure.fee.quantity', { unit: t(`procedure.fee.unit.${unit}`) })}</span>
              <input
                className="ds-input mc-count"
                id={`${prefix}fee.quantities.${unit}`}
                name={`fee.quantities.${unit}`}
                inputMode="numeric"
                autoComplete="off"
                value={counts[unit] ?? ''}
                onChange={(event) => setCounts({ ...counts, [unit]: event.target.value })}
              />
            </label>
          ))}
          {scripted ? null : (
            <button type="submit" name="intent" value="count" className="ds-button" data-variant="secondary">
              {t('office.fee.count')}
            </button>
          )}
        </div>
      )}
      <FeeSum quote={quote} />
      <div className="mc-pair">
        <TextField
          key={scripted ? amount : 'typed'}
          name="fee.amount"
          id={`${prefix}fee.amount`}
          label={t('office.fee.amount')}
          inputMode="numeric"
          value={amount}
          problem={problem('/fee/amount')}
        />
        <TextField
          name="fee.receiptNumber"
          id={`${prefix}fee.receiptNumber`}
          label={t('office.fee.receipt')}
          value={typed['fee.receiptNumber']}
          problem={problem('/fee/receiptNumber')}
        />
      </div>
    </div>
  );
}

function typedCounts(units: readonly FeeUnit[], typed: Typed): Readonly<Record<string, string>> {
  return Object.fromEntries(units.map((unit) => [unit, typed[`fee.quantities.${unit}`] ?? '1']));
}

/** The sum for what was typed; a count that is none yet stands for one. */
function quoteOf({ fees, caseKey, channel }: FeeFacts, counts: Readonly<Record<string, string>>): FeeQuote {
  const quantities = Object.entries(counts).map(([unit, text]) => [unit, wholeNumber(text)]);
  return feeFor({ content: { fees: [...fees] } }, caseKey, channel, Object.fromEntries(quantities));
}

function wholeNumber(text: string): number {
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 1 && value <= 10_000 ? value : 1;
}

function totalText({ total }: FeeQuote, locale: 'vi' | 'en'): string | undefined {
  return total === undefined ? undefined : formatNumber(total, locale);
}

function unitsOf({ lines }: FeeQuote): readonly FeeUnit[] {
  const units = lines.flatMap(({ fee: { rule } }) =>
    rule?.kind === 'tiered' ? [rule.unit, ...(rule.times === undefined ? [] : [rule.times])] : [],
  );
  return [...new Set(units)];
}
