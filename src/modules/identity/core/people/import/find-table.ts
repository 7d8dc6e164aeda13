import { columnLetter } from '../../../../../kernel/column-letter.ts';
import type { RawCell, RawRow, RawSheet } from '../../../../../kernel/raw-sheet.ts';
import { searchText } from '../../../../../kernel/search-text.ts';
import { type PeopleKey, peopleColumnList, peopleColumns, peopleSheets } from './columns.ts';
import type { WrongCell } from './wrong-cell.ts';

/** Titles above the header are passed over. */
const lastHeaderRow = 20;
/** As many people and posts as a province has; more is sent in parts. */
const mostRows = 10_000;
/** Running numbers people like to have in front. */
const counters = new Set(['stt', 'tt', 'so tt']);

/** Letter of each column that the file has. */
export type ColumnPlaces = ReadonlyMap<PeopleKey, string>;

/** A row below the header, its cells by their column's key. */
export interface TableRow {
  readonly row: number;
  readonly cells: ReadonlyMap<PeopleKey, RawCell>;
}

export interface PeopleTable {
  readonly places: ColumnPlaces;
  readonly rows: readonly TableRow[];
  /** Faults of the shape: with any of them nothing of the file is believed. */
  readonly faults: readonly WrongCell[];
}

/**
 * Finds the table of people by its header, on whatever sheet, marks and order forgiven. A column that is not ours, or a second
 * such table, is a fault: people would be lost without a word.
 */
export function findTable(sheets: readonly RawSheet[]): PeopleTable {
  const tables = sheets.flatMap(({ name, rows }) => {
    const at = rows.findIndex((row) => row.row <= lastHeaderRow && isHeader(row));
    const header = rows[at];
    return header === undefined ? [] : [{ name, header, below: rows.slice(at + 1) }];
  });
  const [table, second] = tables;
  if (!table) return faulty({ row: 1, reason: 'no-table', detail: peopleSheets.people });
  if (second) return faulty({ row: second.header.row, reason: 'repeated-table', detail: second.name });
  const { keys, places, faults } = placesOf(table.header);
  const rows = table.below.flatMap(({ row, cells }) => {
    const keyed = cells.flatMap((cell) => {
      const key = keys.get(cell.column);
      return key === undefined || (cell.text.trim() === '' && cell.kind === 'text')
        ? []
        : [[key, cell] as const];
    });
    return keyed.length === 0 ? [] : [{ row, cells: new Map(keyed) }];
  });
  const last = rows[mostRows];
  if (last) faults.push({ row: last.row, reason: 'too-many-rows', detail: String(mostRows) });
  return { places, rows, faults };
}

function faulty(fault: WrongCell): PeopleTable {
  return { places: new Map(), rows: [], faults: [fault] };
}

function isHeader({ cells }: RawRow): boolean {
  const words = new Set(cells.map(({ text }) => searchText(text)));
  return (
    words.has(searchText(peopleColumns.login.header)) && words.has(searchText(peopleColumns.name.header))
  );
}

function placesOf(header: RawRow) {
  const keys = new Map<number, PeopleKey>();
  const places = new Map<PeopleKey, string>();
  const faults: WrongCell[] = [];
  for (const cell of header.cells) {
    const words = searchText(cell.text);
    if (words === '' || counters.has(words)) continue;
    const key = peopleColumnList.find(([, def]) => searchText(def.header) === words)?.[0];
    const place = { row: header.row, column: columnLetter(cell.column), header: cell.text.slice(0, 80) };
    if (key === undefined) faults.push({ ...place, reason: 'unknown-column' });
    else if (places.has(key)) faults.push({ ...place, reason: 'repeated-column' });
    else {
      keys.set(cell.column, key);
      places.set(key, place.column);
    }
  }
  for (const [key, def] of peopleColumnList)
    if (def.required && !places.has(key))
      faults.push({ row: header.row, reason: 'missing-column', detail: def.header });
  return { keys, places, faults };
}
