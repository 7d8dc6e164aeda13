import type { Writable } from 'node:stream';
import exceljs from 'exceljs';
import {
  offerWords,
  type SheetColumns,
  styleHeader,
  textColumn,
} from '../../../../platform/spreadsheet/dress-sheet.ts';
import { peopleColumnList, peopleSheets } from '../../core/people/import/columns.ts';

type Book = exceljs.stream.xlsx.WorkbookWriter;

/** What the template offers to choose from. */
export interface OfferedWords {
  readonly roles: readonly string[];
  readonly units: readonly string[];
}

/** Writes the empty sheet of people, with the units and roles to choose from and what belongs into each column. */
export async function writePeopleTemplate(stream: Writable, { roles, units }: OfferedWords): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const columns: SheetColumns = peopleColumnList.map(([key, column]) => [
    key,
    {
      ...column,
      ...(key === 'role' && { words: Object.fromEntries(roles.map((role) => [role, role])) }),
      ...(key === 'unit' && { offered: `'${peopleSheets.units}'!$A$2:$A$${units.length + 1}` }),
    },
  ]);
  writeSheet(book, peopleSheets.people, columns, []);
  const unit = { header: 'Đơn vị của bạn quản trị', width: 80 };
  writeSheet(
    book,
    peopleSheets.units,
    [['unit', unit]],
    units.map((each) => ({ unit: each })),
  );
  const legend: SheetColumns = [
    ['column', { header: 'Cột', width: 24 }],
    ['required', { header: 'Bắt buộc', width: 12 }],
    ['about', { header: 'Ghi gì', width: 80 }],
    ['words', { header: 'Các từ dùng được', width: 60 }],
  ];
  writeSheet(
    book,
    peopleSheets.legend,
    legend,
    peopleColumnList.map(([key, { header, about, required }]) => ({
      column: header,
      required: required ? 'Có' : '',
      about,
      words: key === 'role' ? roles.join(' | ') : '',
    })),
  );
  await book.commit();
}

function writeSheet(
  book: Book,
  name: string,
  columns: SheetColumns,
  rows: readonly Readonly<Record<string, string>>[],
): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(textColumn);
  styleHeader(sheet.getRow(1), columns);
  sheet.getRow(1).commit();
  offerWords(sheet, columns);
  for (const row of rows) sheet.addRow(row).commit();
  sheet.commit();
}
