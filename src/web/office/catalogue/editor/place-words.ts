import type { Translate } from '../../../../texts/translate.ts';
import { partName } from '../part-name.ts';
import { gridsOf } from './grids.ts';
import { headerFields } from './header-fields.ts';
import { isRow, type Row, valueAt } from './row-values.ts';

/**
 * A place in the text as people call it: `content`, `components`, `2`, `name` → "Thành phần hồ sơ, dòng 3: Tên giấy
 * tờ". Rows are named by number or by their key.
 */
export function placeWords(place: readonly string[], document: Row, t: Translate): string {
  const [first = '', list, row, ...rest] = place;
  if (first !== 'content') return partName(first, t);
  const grid = gridsOf(document).find((each) => each.list === list);
  if (list === undefined) return '';
  if (grid === undefined || row === undefined) {
    const field = headerFields.find(({ key }) => key === (list === 'competentAgency' ? 'agency' : list));
    return field ? t(field.label) : partName(list, t);
  }
  const number = /^\d+$/.test(row) ? Number(row) + 1 : rowNumber(document, grid.list, row);
  const title = `${t(grid.title)}, ${t('catalogue.edit.row.number').toLocaleLowerCase('vi')} ${number}`;
  const column = grid.columns.find(({ key }) => rest.includes(key));
  return column ? `${title}: ${t(column.label)}` : title;
}

function rowNumber(document: Row, list: string, key: string): number | string {
  const rows = valueAt(document, ['content', list]);
  const at = Array.isArray(rows) ? rows.findIndex((row) => isRow(row) && row.key === key) : -1;
  return at < 0 ? '–' : at + 1;
}

/** A value of the text in words: texts as they are, a row by its columns, anything else by its texts. */
export function valueWords(value: unknown, place: readonly string[], document: Row): string {
  const [, list, ...rest] = place;
  const grid = gridsOf(document).find((each) => each.list === list);
  if (grid !== undefined && rest.length === 1 && isRow(value))
    return grid.columns
      .map((column) => column.read(value))
      .filter(Boolean)
      .join('; ');
  const column = grid?.columns.find(({ key }) => key === rest[1]);
  if (column?.kind === 'choice' && typeof value === 'string') return column.read({ [column.key]: value });
  return plainWords(value);
}

function plainWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(plainWords).filter(Boolean).join('\n');
  return isRow(value) ? Object.values(value).map(plainWords).filter(Boolean).join('; ') : String(value);
}
