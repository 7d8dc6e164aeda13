import { type HtmlPart, htmlParts } from './html-parts.ts';

/** One cell of a pasted table. */
export interface PastedCell {
  /** Without spaces around, in composed Unicode; paragraphs and line breaks are `\n`. */
  readonly text: string;
  /** Repeats the text of a merged cell that began above, or at the left. */
  readonly merged?: 'down' | 'across';
}

/** A table as it lay on the clipboard: rows of equally many cells, rows without any text left out. */
export type PastedTable = readonly (readonly PastedCell[])[];

/**
 * The table on the clipboard: the largest of its HTML (Word, Excel, LibreOffice, a web page), else its text with tabs.
 * Undefined when there is none. Merged cells are repeated where they reach, and marked.
 */
export function pastedTable(clipboard: {
  readonly html?: string | undefined;
  readonly text?: string | undefined;
}): PastedTable | undefined {
  const tables = clipboard.html === undefined ? [] : tablesOfHtml(clipboard.html);
  const [largest] = tables.toSorted((one, other) => cellsOf(other) - cellsOf(one));
  return largest ?? tableOfText(clipboard.text ?? '');
}

function cellsOf(table: PastedTable): number {
  return table.length * (table[0]?.length ?? 0);
}

/** Text with tabs as Excel writes it: a cell with breaks or quotes stands in quotes. */
function tableOfText(text: string): PastedTable | undefined {
  const cell = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|$)/gy;
  const rows: PastedCell[][] = [[]];
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const [, quoted, plain = '', end = ''] = match;
    rows.at(-1)?.push({ text: tidy(quoted === undefined ? plain : quoted.replaceAll('""', '"')) });
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows.some((row) => row.length > 1) ? evenRows(rows) : undefined;
}

interface OpenCell {
  text: string;
  readonly columns: number;
  readonly rows: number;
}

/** Every outermost table; a table inside a cell is part of the cell's text. */
function tablesOfHtml(html: string): PastedTable[] {
  const tables: OpenCell[][][] = [];
  let rows: OpenCell[][] = [];
  let depth = 0;
  let cell: OpenCell | undefined;
  for (const part of htmlParts(html)) {
    if (part.kind === 'text') {
      if (cell !== undefined) cell.text += part.text;
    } else if (part.name === 'table') {
      depth = Math.max(depth + (part.opens ? 1 : -1), 0);
      if (depth === 0) cell = undefined;
      if (!part.opens || depth > 1) continue;
      rows = [];
      tables.push(rows);
    } else if (depth === 1 && part.name === 'tr' && part.opens) rows.push([]);
    else if (depth === 1 && (part.name === 'td' || part.name === 'th')) {
      cell = part.opens
        ? { text: '', columns: span(part, 'colspan'), rows: span(part, 'rowspan') }
        : undefined;
      if (cell !== undefined) rows.at(-1)?.push(cell);
    } else if (cell !== undefined && breaks.has(part.name)) cell.text += '\n';
  }
  return tables.map((table) => evenRows(spread(table))).filter((table) => table !== undefined);
}

const breaks: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'tr', 'td', 'h1', 'h2', 'h3', 'h4']);

function span(part: Extract<HtmlPart, { kind: 'tag' }>, attribute: 'colspan' | 'rowspan'): number {
  return Math.min(Math.max(Number(part.attributes.get(attribute) ?? 1) || 1, 1), 200);
}

/** Puts cells where they stand, so that a merged one fills every place it covers. */
function spread(rows: readonly (readonly OpenCell[])[]): PastedCell[][] {
  const grid: PastedCell[][] = rows.map(() => []);
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column++;
      for (let down = 0; down < cell.rows; down++)
        for (let across = 0; across < cell.columns; across++) {
          const line = grid[row + down];
          if (line !== undefined) line[column + across] = placed(cell, down, across);
        }
    }
  }
  return grid;
}

function placed(cell: OpenCell, down: number, across: number): PastedCell {
  const text = tidy(cell.text);
  if (down > 0) return { text, merged: 'down' };
  return across > 0 ? { text, merged: 'across' } : { text };
}

/** Rows with text, all as long as the longest. */
function evenRows(rows: readonly (readonly (PastedCell | undefined)[])[]): PastedTable | undefined {
  const told = rows.filter((row) => row.some((cell) => cell !== undefined && cell.text !== ''));
  if (told.length === 0) return undefined;
  const width = Math.max(...told.map((row) => row.length));
  return told.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? { text: '' }));
}

/** Lines without doubled spaces, empty ones dropped. */
function tidy(text: string): string {
  const lines = text.normalize('NFC').split('\n');
  return lines
    .map((line) => line.replaceAll(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
