import { searchText } from '../../../../kernel/search-text.ts';
import type { TextKey } from '../../../../texts/catalogue.ts';
import { type Row, valueAt, withValue } from './row-values.ts';

/** One column of a grid, or one field of the form: a text on the screen, a value in the text. */
export interface Column {
  /** Last part of its field's name and of its pointer. */
  readonly key: string;
  readonly label: TextKey;
  readonly kind: 'text' | 'long' | 'number' | 'choice';
  /** Words to choose from. */
  readonly options?: readonly string[];
  readonly isRequired?: boolean;
  read(row: Row): string;
  /** The row with what was typed; undefined when that is no such value. */
  write(row: Row, text: string): Row | undefined;
}

interface More {
  readonly path?: readonly string[];
  readonly isRequired?: boolean;
  readonly long?: boolean;
}

/** A text; the empty one is taken out, unless the column must be there. */
export function textColumn(key: string, label: TextKey, more: More = {}): Column {
  const path = more.path ?? [key];
  return {
    key,
    label,
    kind: more.long ? 'long' : 'text',
    isRequired: more.isRequired ?? false,
    read: (row) => said(valueAt(row, path)),
    write: (row, text) => {
      const value = text.normalize('NFC').trim();
      return withValue(row, path, value === '' && !more.isRequired ? undefined : value);
    },
  };
}

export interface NumberMore extends More {
  readonly decimal?: boolean;
  readonly most?: number;
  readonly least?: number;
}

/** A number as people type it: `1.500.000`, `2,5`. */
export function numberColumn(key: string, label: TextKey, more: NumberMore = {}): Column {
  const path = more.path ?? [key];
  return {
    key,
    label,
    kind: 'number',
    isRequired: more.isRequired ?? false,
    read: (row) => said(valueAt(row, path)).replace('.', ','),
    write: (row, text) => {
      if (text.trim() === '') return withValue(row, path, undefined);
      const value = numberOf(text);
      if (value === undefined || (!more.decimal && !Number.isInteger(value))) return undefined;
      if (value < (more.least ?? 0) || value > (more.most ?? 1_000_000_000_000)) return undefined;
      return withValue(row, path, value);
    },
  };
}

function numberOf(text: string): number | undefined {
  const bare = text.trim().replace(/\s*(?:đ|đồng|giờ|bản)$/iu, '');
  if (/^\d{1,3}(?:[. ]\d{3})+$/.test(bare)) return Number(bare.replaceAll(/[. ]/g, ''));
  return /^\d+(?:,\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : undefined;
}

/** One of a few values, by its word. */
export function choiceColumn(
  key: string,
  label: TextKey,
  words: Readonly<Record<string, string>>,
  more: More = {},
): Column {
  const path = more.path ?? [key];
  return {
    key,
    label,
    kind: 'choice',
    options: Object.values(words),
    isRequired: more.isRequired ?? false,
    read: (row) => words[said(valueAt(row, path))] ?? '',
    write: (row, text) => {
      if (text.trim() === '') return withValue(row, path, undefined);
      const value = valueNamed(words, text);
      return value === undefined ? undefined : withValue(row, path, value);
    },
  };
}

/** Several texts, one a line. */
export function linesColumn(
  key: string,
  label: TextKey,
  more: More & { readonly keepEmpty?: boolean } = {},
): Column {
  const path = more.path ?? [key];
  return {
    key,
    label,
    kind: 'long',
    read: (row) => listed(valueAt(row, path)).join('\n'),
    write: (row, text) => {
      const lines = linesOf(text);
      return withValue(row, path, lines.length === 0 && !more.keepEmpty ? undefined : lines);
    },
  };
}

/** Several of a few values, their words one a line or between semicolons. */
export function choicesColumn(
  key: string,
  label: TextKey,
  words: Readonly<Record<string, string>>,
  more: More & { readonly keepEmpty?: boolean } = {},
): Column {
  const path = more.path ?? [key];
  return {
    key,
    label,
    kind: 'long',
    read: (row) =>
      listed(valueAt(row, path))
        .map((value) => words[value] ?? value)
        .join('\n'),
    write: (row, text) => {
      const values = linesOf(text.replaceAll(';', '\n')).map((word) => valueNamed(words, word));
      if (values.includes(undefined)) return undefined;
      return withValue(row, path, values.length === 0 && !more.keepEmpty ? undefined : [...new Set(values)]);
    },
  };
}

export function valueNamed(words: Readonly<Record<string, string>>, text: string): string | undefined {
  return Object.keys(words).find((value) => searchText(words[value] ?? '') === searchText(text));
}

export function linesOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(said) : [];
}

function said(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
