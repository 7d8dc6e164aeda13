import type { ProcessingView } from '../../../modules/privacy/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** What the data that is about to be handed in will be used for: told before, not found afterwards. */
export function UseNotice({ processing }: { readonly processing: ProcessingView | undefined }) {
  const { t } = useTexts();
  if (processing === undefined) return null;
  const { purpose, basis, recipients, kept } = processing;
  return (
    <Disclosure summary={t('privacy.notice.title')}>
      <p>{t('privacy.notice.purpose', { purpose: purpose.toLocaleLowerCase('vi') })}</p>
      <p>{t('privacy.notice.basis', { basis })}</p>
      <p>{t('privacy.notice.recipients', { recipients })}</p>
      <p>{t('privacy.notice.kept', { kept })}</p>
      <p>
        <a href="/du-lieu-ca-nhan">{t('privacy.notice.more')}</a>
      </p>
    </Disclosure>
  );
}
