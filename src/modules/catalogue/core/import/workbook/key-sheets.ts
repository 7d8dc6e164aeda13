import { columnLetter } from '../../../../../kernel/column-letter.ts';
import type { RawRow, RawSheet } from '../../../../../kernel/raw-sheet.ts';
import { searchText } from '../../../../../kernel/search-text.ts';
import { columnsOf } from '../../sheets/columns.ts';
import { legendName, type SheetKey, sheetKeys, sheetNames } from '../../sheets/sheet-names.ts';
import type { WrongPlace } from '../wrong-place.ts';
import type { KeyedRow } from './sheet-rows.ts';

/** Titles above the header are passed over. */
const lastHeaderRow = 20;
/** Running numbers people like to have in front. */
const counters = new Set(['stt', 'tt', 'so tt']);

export interface KeyedSheets {
  readonly rows: ReadonlyMap<SheetKey, readonly KeyedRow[]>;
  /** Faults of the shape: with any of them nothing of the file is believed. */
  readonly faults: readonly WrongPlace[];
}

/**
 * Finds our sheets and columns by their names, accents and order forgiven. A sheet or column with content that is
 * not ours is a fault, never passed over: papers would be lost without a word.
 */
export function keySheets(sheets: readonly RawSheet[]): KeyedSheets {
  const rows = new Map<SheetKey, readonly KeyedRow[]>();
  const faults: WrongPlace[] = [];
  for (const sheet of sheets) {
    const key = sheetKeys.find((each) => searchText(sheetNames[each]) === searchText(sheet.name));
    if (searchText(sheet.name) === searchText(legendName) || sheet.rows.length === 0) continue;
    const place = { sheet: sheet.name, row: 1 };
    if (key === undefined)
      faults.push({ ...place, reason: 'unknown-sheet', detail: Object.values(sheetNames).join(', ') });
    else if (rows.has(key)) faults.push({ ...place, reason: 'repeated-sheet' });
    else rows.set(key, keyRows(key, sheet, faults));
  }
  if (!rows.has('procedures') && faults.length === 0)
    faults.push({ row: 1, reason: 'missing-sheet', detail: sheetNames.procedures });
  return { rows, faults };
}

function keyRows(sheet: SheetKey, { name, rows }: RawSheet, faults: WrongPlace[]): readonly KeyedRow[] {
  const at = rows.findIndex((row) => row.row <= lastHeaderRow && isHeader(row));
  const header = rows[at];
  if (header === undefined) {
    faults.push({ sheet: name, row: 1, reason: 'missing-column', detail: 'Mã thủ tục' });
    return [];
  }
  const { keys, places } = placesOf(sheet, name, header, faults);
  return rows.slice(at + 1).map(({ row, cells }) => ({
    sheet,
    row,
    places,
    cells: new Map(
      cells.flatMap((cell) => {
        const key = keys.get(cell.column);
        return key === undefined ? [] : [[key, cell] as const];
      }),
    ),
  }));
}

function isHeader(row: RawRow): boolean {
  return row.cells.some((cell) => searchText(cell.text) === 'ma thu tuc');
}

function placesOf(sheet: SheetKey, name: string, header: RawRow, faults: WrongPlace[]) {
  const keys = new Map<number, string>();
  const places = new Map<string, number>();
  for (const cell of header.cells) {
    const words = searchText(cell.text);
    if (words === '' || counters.has(words)) continue;
    const key = columnsOf(sheet).find(([, def]) => searchText(def.header) === words)?.[0];
    const place = {
      sheet: name,
      row: header.row,
      column: columnLetter(cell.column),
      header: cell.text.slice(0, 80),
    };
    if (key === undefined) faults.push({ ...place, reason: 'unknown-column' });
    else if (places.has(key)) faults.push({ ...place, reason: 'repeated-column' });
    else {
      keys.set(cell.column, key);
      places.set(key, cell.column);
    }
  }
  for (const [key, def] of columnsOf(sheet))
    if (def.required && !places.has(key))
      faults.push({ sheet: name, row: header.row, reason: 'missing-column', detail: def.header });
  return { keys, places };
}
