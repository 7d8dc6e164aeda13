import type { KeyboardEvent } from 'react';
import type { RowVerb } from './change-rows.ts';

/** Where a cell stands, by its name: `components.3.name`. */
export interface CellPlace {
  readonly row: number;
  readonly column: string;
}

/** What a key asks for: another cell, a change of rows, or nothing of ours. */
export type GridMove =
  | { readonly kind: 'go'; readonly row: number; readonly across: -1 | 0 | 1 }
  | { readonly kind: 'rows'; readonly verb: RowVerb }
  | undefined;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Reads a key as a spreadsheet does; inside a text of several lines the arrows stay in it until its edge. */
export function moveOf(event: KeyboardEvent, { row }: CellPlace): GridMove {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const isCommand = ctrlKey || metaKey;
  if (altKey && !isCommand && (key === 'ArrowUp' || key === 'ArrowDown'))
    return { kind: 'rows', verb: key === 'ArrowUp' ? 'up' : 'down' };
  if (isCommand && key.toLowerCase() === 'd') return { kind: 'rows', verb: 'duplicate' };
  if (isCommand && key === 'Delete') return { kind: 'rows', verb: 'remove' };
  if (isCommand || altKey) return undefined;
  if (key === 'Enter' && !shiftKey) return { kind: 'go', row: row + 1, across: 0 };
  const field = event.target;
  if (!isField(field) || field instanceof HTMLSelectElement) return undefined;
  const before = field.value.slice(0, field.selectionStart ?? 0);
  const after = field.value.slice(field.selectionEnd ?? 0);
  if (key === 'ArrowUp' && !before.includes('\n')) return { kind: 'go', row: row - 1, across: 0 };
  if (key === 'ArrowDown' && !after.includes('\n')) return { kind: 'go', row: row + 1, across: 0 };
  if (key === 'ArrowLeft' && before === '' && !shiftKey) return { kind: 'go', row, across: -1 };
  if (key === 'ArrowRight' && after === '' && !shiftKey) return { kind: 'go', row, across: 1 };
  return undefined;
}

/** The cell an event happened in. */
export function placeOf(target: EventTarget, list: string): CellPlace | undefined {
  if (!isField(target)) return undefined;
  const [named, row, column] = target.name.split('.');
  return named === list && row !== undefined && column !== undefined
    ? { row: Number(row), column }
    : undefined;
}

function isField(target: EventTarget): target is Field {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}
