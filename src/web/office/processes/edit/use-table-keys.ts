import type { Dispatch, KeyboardEvent } from 'react';
import type { DraftRow } from '../../../../modules/process/contract.ts';
import type { Edit } from './edit-state.ts';

/**
 * The keys of a spreadsheet: Enter goes to the cell beneath (a new row behind the last), arrows up and down between
 * rows from the edge of a text; with Alt the row moves, Ctrl+Enter adds one beneath, Ctrl+Delete takes it away, Ctrl+Z
 * and Ctrl+Y undo and redo.
 */
export function useTableKeys(rows: readonly DraftRow[], act: Dispatch<Edit>) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const cell = event.target;
    if (!(cell instanceof HTMLElement)) return;
    const edit = undoKey(event);
    if (edit !== undefined) return done(event, () => act(edit));
    const key = cell.closest<HTMLElement>('[data-row]')?.dataset.row;
    if (key === undefined || cell.dataset.cell === undefined || event.nativeEvent.isComposing) return;
    const at = rows.findIndex((row) => row.key === key);
    const go = (to: number) => later(() => focusCell(cell.id, rows[to]?.key));
    if (event.altKey && event.key === 'ArrowUp') return done(event, () => act({ kind: 'move', key, by: -1 }));
    if (event.altKey && event.key === 'ArrowDown')
      return done(event, () => act({ kind: 'move', key, by: 1 }));
    if (event.ctrlKey && event.key === 'Enter') return done(event, () => insertBehind(act, key));
    if (event.ctrlKey && event.key === 'Delete') {
      return done(event, () => {
        act({ kind: 'remove', key });
        go(at + 1 < rows.length ? at + 1 : at - 1);
      });
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter')
      return done(event, () => (at + 1 < rows.length ? go(at + 1) : insertBehind(act, key)));
    if (event.key === 'ArrowDown' && isAtEdge(cell, 'end')) return done(event, () => go(at + 1));
    if (event.key === 'ArrowUp' && isAtEdge(cell, 'start')) return done(event, () => go(at - 1));
  };
}

function undoKey(event: KeyboardEvent): Edit | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'y' || (key === 'z' && event.shiftKey)) return { kind: 'redo' };
  return key === 'z' ? { kind: 'undo' } : undefined;
}

/** Adds a row and puts the cursor into its first cell. */
function insertBehind(act: Dispatch<Edit>, key: string): void {
  act({ kind: 'insert', after: key });
  later(() => {
    const row = document.querySelector(`[data-row="${CSS.escape(key)}"]`)?.nextElementSibling;
    row?.querySelector<HTMLElement>('[data-cell]')?.focus();
  });
}

function focusCell(cellId: string, key: string | undefined): void {
  const field = cellId.slice(cellId.lastIndexOf('.') + 1);
  if (key !== undefined) document.getElementById(`${key}.${field}`)?.focus();
}

/** Once the table stands as it now is. */
function later(what: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(what));
}

/** A choice keeps its arrows; in a text of several lines they first walk through the lines. */
function isAtEdge(cell: HTMLElement, edge: 'start' | 'end'): boolean {
  if (cell instanceof HTMLInputElement) return true;
  if (!(cell instanceof HTMLTextAreaElement)) return false;
  return edge === 'start' ? cell.selectionStart === 0 : cell.selectionEnd === cell.value.length;
}

function done(event: KeyboardEvent, what: () => void): void {
  event.preventDefault();
  what();
}
