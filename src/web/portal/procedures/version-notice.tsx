import { addDays } from '../../../kernel/plain-date.ts';
import type { ProcedurePage } from '../../../modules/catalogue/public.ts';
import { formatDate } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { procedureAddress, versionsAddress } from './addresses.ts';

/** Said above a page that answers as on another day: which version it is, and the way to the one in force. */
export function VersionNotice({ page }: { readonly page: Pick<ProcedurePage, 'version' | 'on' | 'today'> }) {
  const { t, locale } = useTexts();
  const { version, on, today } = page;
  if (on === today) return null;
  return (
    <Notice tone="warning">
      <p>{daysText(t, page)}</p>
      <p className="mc-row mc-no-print">
        <a href={procedureAddress(locale, version.code)}>{t('procedure.other-day.today')}</a>
        <a href={versionsAddress(locale, version.code)}>{t('procedure.version.all')}</a>
      </p>
    </Notice>
  );
}

function daysText(t: Translate, { version, on, today }: Pick<ProcedurePage, 'version' | 'on' | 'today'>) {
  const from = formatDate(version.validFrom);
  if (version.validFrom > today) return t('procedure.version.future', { from });
  const until = version.validTo === undefined ? undefined : formatDate(addDays(version.validTo, -1));
  if (version.validTo !== undefined && version.validTo <= today)
    return t('procedure.version.past', { from, until: until ?? '' });
  const date = formatDate(on);
  return until === undefined
    ? t('procedure.version.still', { date, from })
    : t('procedure.version.still-until', { date, from, until });
}
