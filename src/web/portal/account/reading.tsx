import type { ReactNode } from 'react';
import { type AccessLine, purposeKey } from '../../../modules/audit/contract.ts';
import { hasText } from '../../../texts/translate.ts';
import { DateTime } from '../../ui/moments.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Purpose } from './with-purposes.ts';

interface ReadingProps {
  readonly line: AccessLine & Purpose;
  /** What of: which dossiers, or the record. */
  readonly children?: ReactNode;
}

/** One reading: who, with which post, what for, what of, when. */
export function Reading({ line, children }: ReadingProps) {
  const { at, query, reader, own, purpose, reason } = line;
  const { t } = useTexts();
  const what = purposeKey(query);
  const post = [reader.title, reader.unit].filter((part) => part !== undefined).join(', ');
  return (
    <li className="mc-card">
      <div className="mc-stack mc-stack--tight">
        <p className="mc-strong">
          {own ? t('audit.readers.you') : reader.name || t('audit.readers.by-code')}
        </p>
        {post === '' ? null : <p>{post}</p>}
        <p>{t(hasText(what) ? what : 'audit.purpose.other')}</p>
        {children}
        {reason === undefined ? null : <p>{t('privacy.reason-of-reading', { reason })}</p>}
        {purpose === undefined || own ? null : (
          <>
            <p className="mc-small">{t('privacy.purpose-of-reading', { name: purpose.name })}</p>
            <details className="mc-small">
              <summary>{t('privacy.basis-of-reading')}</summary>
              <p>{purpose.basis}</p>
            </details>
          </>
        )}
        <p className="mc-subtle mc-small">
          <DateTime at={new Date(at)} />
        </p>
      </div>
    </li>
  );
}
