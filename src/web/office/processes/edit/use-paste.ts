import { type ClipboardEvent, type Dispatch, useState } from 'react';
import { type DraftContent, type PerformerPhrase, readRows } from '../../../../modules/process/contract.ts';
import { type PastedTable, pastedTable } from '../../../ui/paste-table.ts';
import type { Edit } from './edit-state.ts';

/** Takes a table pasted anywhere in the form as rows, behind the row it was pasted in; `read` is what came of it. */
export function usePaste(content: DraftContent, act: Dispatch<Edit>, phrases: readonly PerformerPhrase[]) {
  const [read, setRead] = useState<{ readonly rows: number; readonly skipped: number }>();
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const data = event.clipboardData;
    const table = pastedTable({ html: data.getData('text/html'), text: data.getData('text/plain') });
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    const found = table && rowsOf(table, content, phrases);
    if (found === undefined) return;
    event.preventDefault();
    act({ kind: 'paste', after: row?.dataset.row, rows: found.rows });
    setRead({ rows: found.rows.length, skipped: found.skipped.length });
  };
  return { onPaste, read };
}

/** A table of several columns as rows; a single cell copied from elsewhere is text. */
export function rowsOf(table: PastedTable, content: DraftContent, phrases: readonly PerformerPhrase[]) {
  if ((table[0]?.length ?? 0) < 2) return undefined;
  return readRows(table, phrases, new Set(content.rows.map(({ key }) => key)));
}
