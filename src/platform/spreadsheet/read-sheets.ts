import type { RawCell, RawRow, RawSheet } from '../../kernel/raw-sheet.ts';
import { readDateStyles, readSharedTexts, readSheetList } from './read-workbook-parts.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { walkXml } from './walk-xml.ts';
import { openArchive, type ZipArchive } from './zip-archive.ts';

/** Above what any of our tables needs: a catalogue of 20,000 procedures. */
const mostCells = 3_000_000;
const mostColumns = 100;
/** A text longer than that is no fact of ours. */
const longestCell = 20_000;

/** A cell while its element is open. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: string | undefined;
}

interface Book {
  readonly texts: readonly string[];
  readonly isDate: readonly boolean[];
  readonly since1904: boolean;
  left: number;
}

/**
 * Reads the sheets of an .xlsx file as it streams in. Not by exceljs: its streaming reader breaks letters that lie
 * across two chunks, which in Vietnamese is some word of every file. Throws `UnreadableFile`.
 */
export async function readSheets(path: string): Promise<readonly RawSheet[]> {
  const zip = await openArchive(path);
  try {
    const { sheets, since1904 } = await readSheetList(zip);
    const texts = await readSharedTexts(zip, longestCell);
    const book: Book = { texts, isDate: await readDateStyles(zip), since1904, left: mostCells };
    const read: RawSheet[] = [];
    for (const { name, part } of sheets) read.push({ name, rows: await readRows(zip, part, book) });
    return read;
  } finally {
    await zip.close();
  }
}

async function readRows(zip: ZipArchive, part: string, book: Book): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  let row = 0;
  let cells: RawCell[] = [];
  let cell: OpenCell | undefined;
  let column = 0;
  let into: 'value' | 'formula' | undefined;
  await walkXml(zip.text(part), {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1);
        cells = [];
        column = 0;
      } else if (name === 'c') {
        column = columnOf(attributes.r) ?? column + 1;
        cell = {
          column,
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          value: '',
          formula: undefined,
        };
      } else if (cell !== undefined) {
        if (name === 'f') cell.formula = '';
        into = name === 'f' ? 'formula' : name === 'v' || name === 't' ? 'value' : into;
      }
    },
    text: (text) => {
      if (cell === undefined || into === undefined) return;
      if (into === 'formula') cell.formula = `${cell.formula}${text}`.slice(0, 100);
      else if (cell.value.length <= longestCell) cell.value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'f') into = undefined;
      if (name === 'c' && cell !== undefined) {
        const read = column <= mostColumns ? toRaw(cell, book) : undefined;
        if (read !== undefined) cells.push({ column, ...read });
        cell = undefined;
      }
      if (name === 'row' && cells.length > 0) {
        book.left -= cells.length;
        if (book.left < 0) throw new UnreadableFile('too-many-cells');
        rows.push({ row, cells });
      }
    },
  });
  return rows;
}

/** `C12` → 3. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function toRaw(cell: OpenCell, book: Book): Omit<RawCell, 'column'> | undefined {
  if (cell.formula !== undefined) return { text: `=${cell.formula}`, kind: 'formula' };
  if (cell.value === '') return undefined;
  switch (cell.type) {
    case 's':
      return textCell(book.texts[Number(cell.value)] ?? '');
    case 'e':
      return { text: cell.value, kind: 'error' };
    case 'b':
      return textCell(cell.value === '1' ? 'Có' : 'Không');
    case 'd':
      return { text: cell.value.slice(0, 10), kind: 'date' };
    case 'n':
      return numberCell(Number(cell.value), book.isDate[cell.style] === true, book.since1904);
    default:
      return textCell(cell.value);
  }
}

function numberCell(value: number, isDate: boolean, since1904: boolean): Omit<RawCell, 'column'> {
  if (!Number.isFinite(value)) return { text: '', kind: 'error' };
  if (!isDate) return { text: String(value), kind: 'number' };
  const days = Math.floor(value) + (since1904 ? 1_462 : 0);
  const date = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  if (Number.isNaN(date.getTime())) return { text: '', kind: 'error' };
  return { text: date.toISOString().slice(0, 10), kind: 'date' };
}

function textCell(text: string): Omit<RawCell, 'column'> | undefined {
  if (text.length > longestCell) return { text: text.slice(0, 80), kind: 'too-long' };
  const plain = text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return plain.trim() === '' ? undefined : { text: plain, kind: 'text' };
}
