import type { RawCell } from '../../../../../kernel/raw-sheet.ts';
import type { SheetKey } from '../../sheets/sheet-names.ts';

/** A row whose cells are known by their column's key. */
export interface KeyedRow {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly cells: ReadonlyMap<string, RawCell>;
  /** Where each column stands, for what is wrong with a cell that is empty. */
  readonly places: ReadonlyMap<string, number>;
}
