import { searchText } from '../../../../kernel/search-text.ts';
import type { PastedTable } from '../../../ui/paste-table.ts';
import type { Column } from './columns.ts';
import type { Grid, ListName } from './grids.ts';
import type { Row } from './row-values.ts';

/** How decisions call the columns: the beginning of their header, as search text. */
const headers: Readonly<Record<ListName, Readonly<Record<string, RegExp>>>> = {
  cases: { name: /^(ten )?truong hop/, note: /^ghi chu/ },
  components: {
    name: /^(ten )?(thanh phan|giay to|loai giay to|ho so)|^ten/,
    certifiedCopies: /chung thuc/,
    originals: /^(so )?(luong )?ban chinh/,
    copies: /^(so )?(luong )?ban (sao|photo)/,
    form: /^(bieu )?mau/,
    condition: /^(chi can|dieu kien|khi nao)/,
    note: /^ghi chu/,
  },
  timeLimits: { asPublished: /^thoi (han|gian)/, note: /^ghi chu/ },
  fees: {
    name: /^(ten )?(phi|le phi|khoan thu|noi dung)/,
    amount: /^(muc|so tien)/,
    basis: /^can cu/,
    exemptions: /^mien/,
  },
  results: { name: /^(ten )?ket qua/, code: /^ma/ },
  legalBases: { number: /^so( |$)|ky hieu/, name: /^(ten|trich yeu)/, articles: /^dieu/ },
  steps: {
    name: /^(noi dung|ten|buoc|cong viec|trinh tu)/,
    performer: /^(nguoi|bo phan|don vi|trach nhiem)/,
    hours: /^(thoi gian|so gio|gio)/,
    output: /^(bieu mau|ket qua|san pham)/,
  },
};

const counter = /^(s?tt|so thu tu)$/;

export interface Recognised {
  readonly rows: readonly Row[];
  /** Cells that are no such value, as they were pasted: nothing is lost without a word. */
  readonly unread: readonly { readonly row: number; readonly column: Column; readonly text: string }[];
}

/**
 * A pasted table as rows of a grid: by its header where it has one, else column by column from where it was pasted.
 * Running numbers are passed over.
 */
export function recogniseTable(
  grid: Grid,
  table: PastedTable,
  before: readonly Row[],
  fromColumn: number,
): Recognised {
  const [first, ...below] = table;
  const byHeader = (first ?? []).map(({ text }) => columnOf(grid, text));
  const hasHeader =
    byHeader.filter((column) => column !== undefined).length >= Math.min(2, first?.length ?? 0);
  const body = hasHeader ? below : table;
  const columns = hasHeader ? byHeader : placed(grid, table, fromColumn);
  const rows: Row[] = [];
  const unread: Recognised['unread'][number][] = [];
  for (const cells of body) {
    let row = grid.blank([...before, ...rows]);
    let isSaid = false;
    for (const [index, { text }] of cells.entries()) {
      const column = columns[index];
      if (column === undefined || text === '') continue;
      isSaid = true;
      const written = column.write(row, text);
      if (written === undefined) unread.push({ row: rows.length, column, text });
      else row = written;
    }
    if (isSaid) rows.push(row);
  }
  return { rows, unread };
}

function columnOf(grid: Grid, header: string): Column | undefined {
  const words = searchText(header);
  const key = Object.entries(headers[grid.list]).find(([, pattern]) => pattern.test(words))?.[0];
  return grid.columns.find((column) => column.key === key);
}

/** From the column it was pasted into; a first column of running numbers counts for none. */
function placed(grid: Grid, table: PastedTable, from: number): readonly (Column | undefined)[] {
  const isNumbered = table.length > 1 && table.every(([cell], index) => cell?.text === String(index + 1));
  const skipped = isNumbered || counter.test(searchText(table[0]?.[0]?.text ?? '')) ? [undefined] : [];
  return [...skipped, ...grid.columns.slice(from)];
}
