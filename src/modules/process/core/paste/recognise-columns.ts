import { searchText } from '../../../../kernel/search-text.ts';
import { readHours } from './read-hours.ts';

/** A cell of a table somebody pasted; `merged` when it repeats one that began above or at the left. */
export interface Cell {
  readonly text: string;
  readonly merged?: 'down' | 'across';
}

export type Grid = readonly (readonly Cell[])[];

/** Which column says what, and where the rows begin. */
export interface Columns {
  readonly name: number;
  readonly performer?: number;
  readonly hours?: number;
  readonly output?: number;
  readonly unit: 'hours' | 'days';
  readonly firstRow: number;
}

type Meaning = 'order' | 'hours' | 'performer' | 'output' | 'name';

/** Words of headings, marks left out; the first that fits decides. */
const headings: readonly (readonly [Meaning, RegExp])[] = [
  ['order', /^(tt|stt|so tt|b|buoc|thu tu|so thu tu)$/],
  ['hours', /thoi (gian|han|luong)|so (gio|ngay)/],
  ['performer', /nguoi (thuc hien|xu ly|chiu)|trach nhiem|don vi|bo phan|co quan|chuc danh|vi tri/],
  ['output', /bieu mau|ket qua|san pham|dau ra/],
  ['name', /noi dung|trinh tu|cong viec|cac buoc|buoc thuc hien|hoat dong|nhiem vu|dien giai/],
];

/** Headings are looked for in this many rows: titles may stand above them. */
const deepest = 6;

/** Recognises the columns by their headings, else by what stands in them; undefined when no column has the work. */
export function recogniseColumns(grid: Grid): Columns | undefined {
  for (const [at, row] of grid.slice(0, deepest).entries()) {
    const meanings = row.map(meaningOf);
    const column = (meaning: Meaning) => {
      const found = meanings.indexOf(meaning);
      return found === -1 ? undefined : found;
    };
    const name = column('name') ?? (column('performer') === undefined ? undefined : column('order'));
    if (name === undefined || new Set(meanings.filter((each) => each !== undefined)).size < 2) continue;
    const hours = column('hours');
    return {
      name,
      ...columnsGiven({ performer: column('performer'), hours, output: column('output') }),
      unit: unitOf(row[hours ?? -1]?.text ?? ''),
      firstRow: afterHeading(grid, at),
    };
  }
  return byContent(grid);
}

function meaningOf(cell: Cell): Meaning | undefined {
  const text = searchText(cell.text);
  // A heading is short; a title above the table, merged over all of it, is none.
  if (cell.merged === 'across' || text.length > 60) return undefined;
  return headings.find(([, words]) => words.test(text))?.[0];
}

function unitOf(heading: string): Columns['unit'] {
  const text = searchText(heading);
  return /\bngay\b/.test(text) && !/\bgio\b/.test(text) ? 'days' : 'hours';
}

/** Behind the heading's second line (merged down from it) and a line of column numbers. */
function afterHeading(grid: Grid, heading: number): number {
  let row = heading + 1;
  while (grid[row]?.some(({ merged }) => merged === 'down') && isHeadingStill(grid, heading, row)) row++;
  return grid[row]?.every(({ text }) => /^\(?([0-9]{1,2}|[A-Z])?\)?$/.test(text)) ? row + 1 : row;
}

function isHeadingStill(grid: Grid, heading: number, row: number): boolean {
  const above = grid[heading] ?? [];
  return (grid[row] ?? []).some(
    (cell, column) => cell.merged === 'down' && cell.text === above[column]?.text,
  );
}

/** Without headings: a number first, then the longest texts are the work, the column of times the time. */
function byContent(grid: Grid): Columns | undefined {
  const width = grid[0]?.length ?? 0;
  const share = (column: number, holds: (text: string) => boolean) =>
    grid.filter((row) => holds(row[column]?.text ?? '')).length / Math.max(grid.length, 1);
  const first = share(0, (text) => /^(bước\s*)?\d*\.?$/i.test(text)) > 0.6 ? 1 : 0;
  const rest = Array.from({ length: width - first }, (_, index) => index + first);
  const hours = rest.findLast((column) => share(column, (text) => readHours(text).isSure) > 0.5);
  const [name, performer, ...others] = rest.filter((column) => column !== hours);
  if (name === undefined || (performer === undefined && hours === undefined)) return undefined;
  return { name, ...columnsGiven({ performer, hours, output: others[0] }), unit: 'hours', firstRow: 0 };
}

function columnsGiven(columns: Record<'performer' | 'hours' | 'output', number | undefined>) {
  const given = Object.entries(columns).filter(([, column]) => column !== undefined);
  return Object.fromEntries(given) as { [Key in keyof typeof columns]?: number };
}
