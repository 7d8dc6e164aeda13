import type { FeeUnit } from '../../../modules/catalogue/contract.ts';
import type { FeeLine } from '../../../modules/catalogue/public.ts';
import { formatMoney } from '../../../texts/format.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { quantityPrefix } from './addresses.ts';
import { FeePartText } from './fee-part.tsx';

export interface QuantityFormProps {
  readonly lines: readonly FeeLine[];
  readonly search: string;
}

/** Works out a tiered fee from quantities: a plain form, the answer shows every step of the sum. */
export function QuantityForm({ lines, search }: QuantityFormProps) {
  const { t, locale } = useTexts();
  const units = unitsOf(lines);
  const given = new URLSearchParams(search);
  const isAsked = units.some((unit) => given.has(quantityPrefix + unit));
  const kept = [...given].filter(([name]) => !name.startsWith(quantityPrefix));
  return (
    <form className="mc-quantities" action="#phi">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {units.map((unit) => (
        <div key={unit}>
          <label htmlFor={`so-${unit}`}>
            {t('procedure.fee.quantity', { unit: t(`procedure.fee.unit.${unit}`) })}
          </label>
          <input
            id={`so-${unit}`}
            name={quantityPrefix + unit}
            className="ds-input"
            type="number"
            inputMode="numeric"
            min={1}
            max={100_000}
            defaultValue={given.get(quantityPrefix + unit) ?? '1'}
          />
        </div>
      ))}
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('procedure.fee.calculate')}
      </button>
      {isAsked ? (
        <ol className="mc-quantities__sum">
          {lines.flatMap((line) =>
            line.parts.map((part) => (
              <li key={`${line.fee.key} ${part.kind} ${part.each}`}>
                <FeePartText part={part} />
              </li>
            )),
          )}
          <li className="mc-entries__main">
            {t('procedure.fee.total')}:{' '}
            {formatMoney(
              lines.reduce((sum, line) => sum + (line.amount ?? 0), 0),
              locale,
            )}
          </li>
        </ol>
      ) : null}
    </form>
  );
}

function unitsOf(lines: readonly FeeLine[]): readonly FeeUnit[] {
  const units = lines.flatMap(({ fee }) =>
    fee.rule?.kind === 'tiered' ? [fee.rule.unit, ...(fee.rule.times ? [fee.rule.times] : [])] : [],
  );
  return [...new Set(units)];
}
