import type { UploadOutcome } from '../../../modules/documents/contract.ts';
import { translateRefusal } from '../../../texts/translate.ts';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** What became of a scan just sent. */
export function UploadNotice({ outcome }: { readonly outcome: UploadOutcome | undefined }) {
  const { t, locale } = useTexts();
  if (outcome === undefined) return null;
  if (outcome.kind === 'refused')
    return (
      <Notice tone="danger" title={t('office.scan.refused')} announced>
        <p>{translateRefusal(locale, outcome)}</p>
      </Notice>
    );
  return (
    <Notice tone="success" announced>
      <p>{t('office.scan.kept', { count: outcome.count })}</p>
    </Notice>
  );
}
