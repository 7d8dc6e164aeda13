import { useEffect, useRef } from 'react';
import { translateRefusal } from '../../../texts/translate.ts';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { ToldRow } from './bulk-act.ts';

/** How the ticked dossiers fared: how many were done, and of each other one why not. */
export function BulkTold({ rows }: { readonly rows: readonly ToldRow[] | undefined }) {
  const { t, locale } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (rows !== undefined) box.current?.focus();
  }, [rows]);
  if (rows === undefined) return null;
  const refused = rows.filter(({ refusal }) => refusal !== undefined);
  const done = rows.length - refused.length;
  return (
    <div ref={box} tabIndex={-1} className="mc-told">
      <Notice
        tone={refused.length === 0 ? 'success' : 'warning'}
        title={t('office.bulk.done', { done, total: rows.length })}
        announced
      >
        {refused.length === 0 ? null : (
          <ul>
            {refused.map(({ code, refusal }) => (
              <li key={code}>
                <strong className="mc-number">{code}</strong>:{' '}
                {refusal ? translateRefusal(locale, refusal) : ''}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
