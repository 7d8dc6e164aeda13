import { Notice } from '../../../ui/notice.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import type { Recognised } from './recognise-table.ts';

/** What pasting did: rows that came, and cells that could not be read, with their text. */
export function PasteReport({ pasted: { rows, unread } }: { readonly pasted: Recognised }) {
  const { t } = useTexts();
  return (
    <Notice tone={unread.length === 0 ? 'success' : 'warning'} announced>
      <p>{t('catalogue.edit.pasted', { count: rows.length })}</p>
      {unread.length === 0 ? null : (
        <>
          <p>{t('catalogue.edit.pasted.unread', { count: unread.length })}</p>
          <ul>
            {unread.slice(0, 20).map(({ row, column, text }) => (
              <li key={`${row} ${column.key}`}>
                {t('catalogue.edit.pasted.cell', {
                  row: row + 1,
                  column: t(column.label),
                  text: text.slice(0, 100),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
