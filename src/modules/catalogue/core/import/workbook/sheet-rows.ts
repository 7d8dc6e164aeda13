import type { SheetKey } from '../../sheets/sheet-names.ts';

/** A cell as it was read: its text, and what it was when it was no text. */
export interface RawCell {
  /** 1 is A. */
  readonly column: number;
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date' | 'formula' | 'error' | 'too-long';
}

/** A row that is not empty. */
export interface RawRow {
  /** As Excel numbers it, from 1. */
  readonly row: number;
  readonly cells: readonly RawCell[];
}

export interface RawSheet {
  readonly name: string;
  readonly rows: readonly RawRow[];
}

/** A row whose cells are known by their column's key. */
export interface KeyedRow {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly cells: ReadonlyMap<string, RawCell>;
  /** Where each column stands, for what is wrong with a cell that is empty. */
  readonly places: ReadonlyMap<string, number>;
}
