import { formatDateTime, formatMoney, formatTimeLeft } from '../../texts/format.ts';
import { useTexts } from './use-texts.ts';

/** An instant as read: `15:30 ngày 22/11/2026`. */
export function DateTime({ at }: { readonly at: Date }) {
  const { locale } = useTexts();
  return <time dateTime={at.toISOString()}>{formatDateTime(at, locale)}</time>;
}

/** Integer đồng as read: `1.234.567 đ`. */
export function Money({ dong }: { readonly dong: number }) {
  const { locale } = useTexts();
  return <span className="mc-number">{formatMoney(dong, locale)}</span>;
}

/** Working time left of a promise: `còn 2 ngày 3 giờ làm việc`, or how late it is. */
export function TimeLeft({ minutes }: { readonly minutes: number }) {
  const { locale } = useTexts();
  return <span className={minutes < 0 ? 'mc-late' : 'mc-number'}>{formatTimeLeft(minutes, locale)}</span>;
}
