/** A cell of a spreadsheet as it was read: its text, and what it was when it was no text. */
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
