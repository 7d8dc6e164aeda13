import { columnLetter } from '../../../../../kernel/column-letter.ts';
import { type PlainDate, parsePlainDate } from '../../../../../kernel/plain-date.ts';
import { searchText } from '../../../../../kernel/search-text.ts';
import { typedDate } from '../../../../../kernel/typed-date.ts';
import { type ColumnDef, type ColumnKey, columns } from '../../sheets/columns.ts';
import { type SheetKey, sheetNames } from '../../sheets/sheet-names.ts';
import type { WrongPlace, WrongReason } from '../wrong-place.ts';
import { codeIn, numberIn } from './cell-values.ts';
import type { KeyedRow } from './sheet-rows.ts';

export type Words = Readonly<Record<string, string>>;

/** Reads the cells of one row; what is wrong is told by place and reads as absent. */
export interface RowReader<Sheet extends SheetKey> {
  text(key: ColumnKey<Sheet>): string | undefined;
  required(key: ColumnKey<Sheet>): string;
  lines(key: ColumnKey<Sheet>): string[];
  word<W extends Words>(key: ColumnKey<Sheet>, words: W): (keyof W & string) | undefined;
  words<W extends Words>(key: ColumnKey<Sheet>, words: W): (keyof W & string)[];
  number(key: ColumnKey<Sheet>, range: Range): number | undefined;
  code(key: ColumnKey<Sheet>): string | undefined;
  key(key: ColumnKey<Sheet>): string | undefined;
  date(key: ColumnKey<Sheet>): PlainDate | undefined;
  wrong(key: ColumnKey<Sheet>, reason: WrongReason, detail?: string): void;
}

export interface Range {
  readonly min: number;
  readonly max: number;
  /** Parts of one, for hours. */
  readonly decimal?: boolean;
}

/** `code` is the row's procedure, as far as it is known. */
export function rowReader<Sheet extends SheetKey>(
  sheet: Sheet,
  row: KeyedRow,
  tell: (place: WrongPlace) => void,
  code?: string,
): RowReader<Sheet> {
  const defs: Readonly<Record<string, ColumnDef>> = columns[sheet];
  const wrong = (key: string, reason: WrongReason, detail?: string) => {
    const place = row.places.get(key);
    tell({
      sheet: sheetNames[sheet],
      row: row.row,
      ...(place === undefined ? {} : { column: columnLetter(place) }),
      ...(defs[key] && { header: defs[key].header }),
      ...(code === undefined ? {} : { code }),
      reason,
      ...(detail === undefined ? {} : { detail: detail.slice(0, 200) }),
    });
  };
  const cell = (key: string) => {
    const found = row.cells.get(key);
    if (found === undefined) return undefined;
    if (found.kind === 'formula') return wrong(key, 'formula', found.text);
    if (found.kind === 'error') return wrong(key, 'cell-error', found.text);
    if (found.kind === 'too-long') return wrong(key, 'too-long');
    const text = found.text.normalize('NFC').trim();
    return text === '' ? undefined : { ...found, text };
  };
  const text = (key: string) => cell(key)?.text;
  const lines = (key: string) =>
    (text(key) ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
  const one = <W extends Words>(key: string, said: string, words: W): (keyof W & string)[] => {
    const found = Object.keys(words).find((each) => searchText(words[each] ?? '') === searchText(said));
    if (found === undefined) wrong(key, 'unknown-word', `“${said}”: ${Object.values(words).join(', ')}`);
    return found === undefined ? [] : [found];
  };
  const read = <T>(key: string, reason: WrongReason, how: (text: string, kind: string) => T | undefined) => {
    const found = cell(key);
    if (found === undefined) return undefined;
    const value = how(found.text, found.kind);
    if (value === undefined) wrong(key, reason, found.text);
    return value;
  };
  return {
    text,
    lines,
    wrong,
    required(key) {
      const present = row.cells.get(key)?.text.trim();
      if (!present) wrong(key, 'required');
      return text(key) ?? '';
    },
    word(key, words) {
      const said = text(key);
      return said === undefined ? undefined : one(key, said, words)[0];
    },
    words: (key, words) => [
      ...new Set(
        (text(key) ?? '')
          .split(/[\n;]/)
          .map((said) => said.trim())
          .filter(Boolean)
          .flatMap((said) => one(key, said, words)),
      ),
    ],
    number(key, { min, max, decimal = false }) {
      const value = read(key, 'not-a-number', numberIn);
      if (value === undefined) return undefined;
      if (!decimal && !Number.isInteger(value)) return void wrong(key, 'not-a-number', String(value));
      if (value < min || value > max) return void wrong(key, 'number-out-of-range', `${min}–${max}`);
      return value;
    },
    code: (key) => read(key, 'not-a-code', codeIn),
    key: (key) =>
      read(key, 'not-a-key', (said) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(said) ? said : undefined)),
    date: (key) => read(key, 'not-a-date', (said) => parsePlainDate(typedDate(said) ?? '')),
  };
}
