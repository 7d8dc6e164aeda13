import exceljs from 'exceljs';
import { type PeopleKey, peopleColumnList } from '../core/people/import/columns.ts';
import type { WrongCell } from '../core/people/import/wrong-cell.ts';

export type PeopleCells = Partial<Record<PeopleKey, exceljs.CellValue>>;

/** A row that is right in the small province. */
export function aPeopleRow(index: number, more: PeopleCells = {}): PeopleCells {
  return {
    login: `canbo.${index}`,
    name: `Nguyễn Văn Thứ ${index}`,
    unit: 'tan-ninh.one-stop',
    role: 'Công chức Một cửa',
    title: 'Công chức',
    from: new Date(Date.UTC(2027, 0, 1)),
    ...more,
  };
}

/** Writes people as a person would with Excel: a header and rows. */
export async function savePeopleFile(
  path: string,
  rows: readonly PeopleCells[],
  more?: (book: exceljs.Workbook) => void,
): Promise<void> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('Danh sách');
  sheet.columns = peopleColumnList.map(([key, { header }]) => ({ key, header }));
  for (const row of rows) sheet.addRow(row);
  more?.(book);
  await book.xlsx.writeFile(path);
}

/** Wrong places in short: `C12 unknown-unit`. */
export function told(wrong: readonly WrongCell[]): readonly string[] {
  return wrong.map(({ row, column = '', reason }) => `${column}${row} ${reason}`);
}
