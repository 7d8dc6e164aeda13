import type { Grid } from './grids.ts';
import { type Row, rowsAt, withValue } from './row-values.ts';

export type RowVerb = 'add' | 'insert' | 'duplicate' | 'remove' | 'up' | 'down';

export interface ChangedRows {
  readonly document: Row;
  /** The row to go on with. */
  readonly at: number;
}

/** Changes which rows a list has and in what order; `at` is the row it is about. */
export function changeRows(document: Row, grid: Grid, verb: RowVerb, at: number): ChangedRows {
  const path = ['content', grid.list];
  const rows = rowsAt(document, path);
  const put = (changed: readonly Row[], next: number): ChangedRows => ({
    document: withValue(document, path, changed),
    at: Math.max(0, Math.min(next, changed.length - 1)),
  });
  const row = rows[at];
  if (verb === 'add') return put([...rows, grid.blank(rows)], rows.length);
  if (verb === 'insert') return put(rows.toSpliced(at, 0, grid.blank(rows)), at);
  if (row === undefined) return { document, at };
  switch (verb) {
    case 'duplicate': {
      const { key } = grid.blank(rows);
      const twin = key === undefined ? { ...row } : { ...row, key };
      return put(rows.toSpliced(at + 1, 0, twin), at + 1);
    }
    case 'remove':
      return put(rows.toSpliced(at, 1), at);
    case 'up':
      return at === 0 ? { document, at } : put(rows.toSpliced(at, 1).toSpliced(at - 1, 0, row), at - 1);
    case 'down':
      return at === rows.length - 1
        ? { document, at }
        : put(rows.toSpliced(at, 1).toSpliced(at + 1, 0, row), at + 1);
  }
}
