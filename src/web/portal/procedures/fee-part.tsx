import type { FeePart } from '../../../modules/catalogue/public.ts';
import { formatMoney } from '../../../texts/format.ts';
import { useTexts } from '../../ui/use-texts.ts';

/** One step of the sum in words. */
export function FeePartText({ part }: { readonly part: FeePart }) {
  const { t, locale } = useTexts();
  if (part.kind === 'fixed') return <>{formatMoney(part.amount, locale)}</>;
  const params = {
    quantity: part.quantity,
    unit: part.unit === undefined ? '' : t(`procedure.fee.unit.${part.unit}`),
    each: formatMoney(part.each, locale),
    amount: formatMoney(part.amount, locale),
  };
  return <>{t(`procedure.fee.part.${part.kind}`, params)}</>;
}
