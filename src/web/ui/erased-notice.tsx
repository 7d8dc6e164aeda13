import { plainDateOf } from '../../kernel/plain-date.ts';
import type { ErasureTrace } from '../../modules/privacy/contract.ts';
import { formatDate } from '../../texts/format.ts';
import { Notice } from './notice.tsx';
import { useTexts } from './use-texts.ts';

/** What of a dossier was erased, when, under which rule and decision; nothing where nothing was. */
export function ErasedNotice({ traces }: { readonly traces: readonly ErasureTrace[] }) {
  const { t } = useTexts();
  if (traces.length === 0) return null;
  return (
    <Notice tone="neutral" title={t('retention.erased.title')}>
      {traces.map(({ erasedAt, kinds, basis, decisionNumber }) => (
        <p key={erasedAt}>
          {t('retention.erased.part', {
            on: formatDate(plainDateOf(new Date(erasedAt))),
            what: kinds.map((kind) => t(`retention.kind.${kind}`)).join(', '),
            basis,
          })}{' '}
          {t('retention.erased.decision', { number: decisionNumber })}
        </p>
      ))}
      <p>{t('retention.erased.left')}</p>
    </Notice>
  );
}
