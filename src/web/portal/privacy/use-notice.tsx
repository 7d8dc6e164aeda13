import type { ProcessingView } from '../../../modules/privacy/contract.ts';
import type { RetentionRule } from '../../../modules/privacy/public.ts';
import type { Translate } from '../../../texts/translate.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface UseNoticeProps {
  readonly processing: ProcessingView | undefined;
  /** Of the procedure that is handed in. */
  readonly retention: Pick<RetentionRule, 'years' | 'countedFrom' | 'basis' | 'certainty'> | undefined;
}

/** What the data that is about to be handed in will be used for: told before, not found afterwards. */
export function UseNotice({ processing, retention }: UseNoticeProps) {
  const { t } = useTexts();
  if (processing === undefined) return null;
  const { purpose, basis, recipients } = processing;
  return (
    <Disclosure summary={t('privacy.notice.title')}>
      <p>{t('privacy.notice.purpose', { purpose: purpose.toLocaleLowerCase('vi') })}</p>
      <p>{t('privacy.notice.basis', { basis })}</p>
      <p>{t('privacy.notice.recipients', { recipients })}</p>
      {retention === undefined ? null : <p>{keptText(retention, t)}</p>}
      <p>
        <a href="/du-lieu-ca-nhan">{t('privacy.notice.more')}</a>
      </p>
    </Disclosure>
  );
}

/** For how long, on which ground; a time nobody has checked says so. */
function keptText(
  { years, countedFrom, basis, certainty }: NonNullable<UseNoticeProps['retention']>,
  t: Translate,
): string {
  const kept =
    years === undefined ? t('privacy.kept.for-ever') : t('privacy.kept.years', { years, from: countedFrom });
  const told = t('privacy.notice.kept', { kept, basis });
  return certainty === 'official' ? told : `${told} ${t('privacy.kept.unchecked')}`;
}
