import type exceljs from 'exceljs';
import { columnLetter } from '../core/sheets/column-letter.ts';
import { type ColumnDef, columnsOf } from '../core/sheets/columns.ts';
import { legendName, sheetKeys, sheetNames } from '../core/sheets/sheet-names.ts';

type Defs = readonly (readonly [string, ColumnDef])[];

/** Rows below the header in which Excel offers the allowed words. */
const offeredRows = 20_000;
const [lacquer, grey] = ['FF9B1B1F', 'FF6B5E57'];

export function textColumn([key, def]: readonly [string, ColumnDef]): Partial<exceljs.Column> {
  return {
    key,
    header: def.header,
    width: def.width ?? Math.max(14, def.header.length + 2),
    style: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
  };
}

/** Columns that must be filled stand in red. */
export function styleHeader(row: exceljs.Row, defs: Defs): void {
  for (const [index, [, def]] of defs.entries()) {
    const cell = row.getCell(index + 1);
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: def.required ? lacquer : grey } };
    cell.alignment = { vertical: 'middle', wrapText: true };
  }
  row.height = 32;
}

/** A list to choose from where a cell takes one of few words; Excel takes no commas within them. */
export function offerWords(sheet: exceljs.Worksheet, defs: Defs): void {
  const validations: unknown = Reflect.get(sheet, 'dataValidations');
  if (!takesRanges(validations)) return;
  for (const [index, [, def]] of defs.entries()) {
    const words = Object.values(def.words ?? {});
    if (words.length === 0 || def.many || words.some((word) => word.includes(','))) continue;
    const letter = columnLetter(index + 1);
    validations.add(`${letter}2:${letter}${offeredRows}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${words.join(',')}"`],
    });
  }
}

/** The streaming sheet has it, its types do not say so. */
function takesRanges(
  value: unknown,
): value is { add(range: string, validation: exceljs.DataValidation): void } {
  return typeof value === 'object' && value !== null && 'add' in value && typeof value.add === 'function';
}

/** The first sheet: what belongs into each column, and the words it takes. */
export function writeLegend(book: exceljs.stream.xlsx.WorkbookWriter): void {
  const sheet = book.addWorksheet(legendName, { views: [{ state: 'frozen', ySplit: 1 }] });
  const heads: Defs = [
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
