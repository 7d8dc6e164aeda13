import type exceljs from 'exceljs';
import { columnLetter } from '../../kernel/column-letter.ts';

/** A column of a sheet that people fill in, by its key. */
export interface SheetColumn {
  readonly header: string;
  readonly required?: true;
  /** The only words it takes. */
  readonly words?: Readonly<Record<string, string>>;
  /** Where in the workbook the words stand that are offered, where they are many: `Lists!$A$2:$A$90`. */
  readonly offered?: string;
  /** Several words or lines in one cell. */
  readonly many?: true;
  readonly width?: number;
}

export type SheetColumns = readonly (readonly [string, SheetColumn])[];

/** Rows below the header in which Excel offers the allowed words. */
const offeredRows = 20_000;
const [lacquer, grey] = ['FF9B1B1F', 'FF6B5E57'];

/** A column of texts: a code keeps its zeros, and what begins with `=` is no formula. */
export function textColumn([key, def]: readonly [string, SheetColumn]): Partial<exceljs.Column> {
  return {
    key,
    header: def.header,
    width: def.width ?? Math.max(14, def.header.length + 2),
    style: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
  };
}

/** Columns that must be filled stand in red. */
export function styleHeader(row: exceljs.Row, defs: SheetColumns): void {
  for (const [index, [, def]] of defs.entries()) {
    const cell = row.getCell(index + 1);
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: def.required ? lacquer : grey } };
    cell.alignment = { vertical: 'middle', wrapText: true };
  }
  row.height = 32;
}

/** A list to choose from where a cell takes one of few words; Excel takes no commas within them. */
export function offerWords(sheet: exceljs.Worksheet, defs: SheetColumns): void {
  const validations: unknown = Reflect.get(sheet, 'dataValidations');
  if (!takesRanges(validations)) return;
  for (const [index, [, def]] of defs.entries()) {
    const words = Object.values(def.words ?? {});
    const cannotOffer = words.length === 0 || def.many || words.some((word) => word.includes(','));
    const from = def.offered ?? (cannotOffer ? undefined : `"${words.join(',')}"`);
    if (from === undefined) continue;
    const letter = columnLetter(index + 1);
    const range = `${letter}2:${letter}${offeredRows}`;
    validations.add(range, { type: 'list', allowBlank: true, formulae: [from] });
  }
}

/** The streaming sheet has it, its types do not say so. */
function takesRanges(
  value: unknown,
): value is { add(range: string, validation: exceljs.DataValidation): void } {
  return typeof value === 'object' && value !== null && 'add' in value && typeof value.add === 'function';
}
