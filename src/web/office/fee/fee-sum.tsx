import type { FeeQuote } from '../../../modules/catalogue/contract.ts';
import { formatMoney } from '../../../texts/format.ts';
import { FeePartText } from '../../portal/procedures/fee-part.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** How a sum is made, step by step, and the sum; a fee that is not known is said to be so. */
export function FeeSum({ quote }: { readonly quote: FeeQuote }) {
  const { t, locale } = useTexts();
  return (
    <div className="mc-sum">
      <ul>
        {quote.lines.map(({ fee, parts, amount }) => (
          <li key={fee.key}>
            <span>{fee.name}</span>
            {amount === undefined ? (
              <span className="mc-subtle"> – {t('office.fee.unknown')}</span>
            ) : (
              <ul className="mc-sum__parts">
                {parts.map((part) => (
                  <li key={`${part.kind} ${part.unit ?? ''} ${part.each}`}>
                    <FeePartText part={part} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {quote.total === undefined ? (
        <p className="mc-small mc-subtle">{t('office.fee.unknown.body')}</p>
      ) : (
        <p className="mc-sum__total" aria-live="polite">
          {t('procedure.fee.total')} <strong>{formatMoney(quote.total, locale)}</strong>
        </p>
      )}
    </div>
  );
}
