import type { Writable } from 'node:stream';
import exceljs from 'exceljs';
import { offerWords, styleHeader, textColumn } from '../../../platform/spreadsheet/dress-sheet.ts';
import { toRows } from '../core/export/to-rows.ts';
import type { ProcedureRecord } from '../core/procedure-record.ts';
import { columnsOf } from '../core/sheets/columns.ts';
import { type SheetKey, sheetKeys, sheetNames } from '../core/sheets/sheet-names.ts';
import { writeLegend } from './workbook-dress.ts';

/**
 * Writes procedures as a workbook with its legend; without any it is the template. Texts stay texts: a code keeps
 * its zeros and what begins with `=` is no formula.
 */
export async function writeWorkbook(stream: Writable, records: readonly ProcedureRecord[]): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  writeLegend(book);
  for (const key of sheetKeys) writeSheet(book, key, records);
  await book.commit();
}

function writeSheet(
  book: exceljs.stream.xlsx.WorkbookWriter,
  key: SheetKey,
  records: readonly ProcedureRecord[],
): void {
  const defs = columnsOf(key);
  const sheet = book.addWorksheet(sheetNames[key], { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
  sheet.columns = defs.map(textColumn);
  styleHeader(sheet.getRow(1), defs);
  sheet.getRow(1).commit();
  offerWords(sheet, defs);
  for (const record of records) for (const row of toRows(record)[key]) sheet.addRow(row).commit();
  sheet.commit();
}
