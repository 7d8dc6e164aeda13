import exceljs from 'exceljs';
import { type ColumnDef, columnsOf } from '../core/sheets/columns.ts';
import { type SheetKey, sheetNames } from '../core/sheets/sheet-names.ts';

type Rows = readonly Readonly<Record<string, exceljs.CellValue>>[];

/** Writes a workbook as a person would with Excel: only the sheets given, rows by the columns' keys. */
export async function saveWorkbook(
  path: string,
  sheets: Partial<Record<SheetKey, Rows>>,
  more?: (book: exceljs.Workbook) => void,
): Promise<void> {
  const book = new exceljs.Workbook();
  for (const [key, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(sheetNames[key as SheetKey]);
    sheet.columns = columnsOf(key as SheetKey).map(([id, def]: readonly [string, ColumnDef]) => ({
      key: id,
      header: def.header,
    }));
    for (const row of rows) sheet.addRow(row);
  }
  more?.(book);
  await book.xlsx.writeFile(path);
}

/** Rows of the first sheet: procedures 1.000000, 1.000001 … with nothing but what they must have. */
export function procedureRows(count: number): Record<string, exceljs.CellValue>[] {
  return Array.from({ length: count }, (_, index) => ({
    code: `1.${String(index).padStart(6, '0')}`,
    name: `Cấp giấy phép số ${index}`,
    sector: 'Hộ tịch',
    levels: 'Cấp xã',
    agency: 'Ủy ban nhân dân cấp xã',
  }));
}
