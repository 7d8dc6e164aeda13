import type exceljs from 'exceljs';
import { styleHeader, textColumn } from '../../../platform/spreadsheet/dress-sheet.ts';
import { type ColumnDef, columnsOf } from '../core/sheets/columns.ts';
import { legendName, sheetKeys, sheetNames } from '../core/sheets/sheet-names.ts';

/** The first sheet: what belongs into each column, and the words it takes. */
export function writeLegend(book: exceljs.stream.xlsx.WorkbookWriter): void {
  const sheet = book.addWorksheet(legendName, { views: [{ state: 'frozen', ySplit: 1 }] });
  const heads: readonly (readonly [string, ColumnDef])[] = [
    ['sheet', { header: 'Sheet', about: '', width: 16 }],
    ['column', { header: 'Cột', about: '', width: 28 }],
    ['required', { header: 'Bắt buộc', about: '', width: 12 }],
    ['about', { header: 'Ghi gì', about: '', width: 70 }],
    ['words', { header: 'Các từ dùng được', about: '', width: 60 }],
  ];
  sheet.columns = heads.map(textColumn);
  styleHeader(sheet.getRow(1), heads);
  sheet.getRow(1).commit();
  for (const key of sheetKeys) {
    for (const [, def] of columnsOf(key)) {
      const words = Object.values(def.words ?? {}).join(' | ');
      const row = { column: def.header, required: def.required ? 'Có' : '', about: def.about, words };
      sheet.addRow({ sheet: sheetNames[key], ...row }).commit();
    }
  }
  sheet.commit();
}
