import { open, stat } from 'node:fs/promises';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { readSheets } from '../../../platform/spreadsheet/read-sheets.ts';
import { UnreadableFile } from '../../../platform/spreadsheet/unreadable-file.ts';
import { recordGatherer } from '../core/import/gather-records.ts';
import { parseItem, parseLine } from '../core/import/parse-line.ts';
import { type ReadFile, readWorkbook } from '../core/import/workbook/read-workbook.ts';
import { readRecordLines } from './read-record-lines.ts';

export type ImportFormat = 'excel' | 'json';
export type ReadImport = ReadFile & { readonly format: ImportFormat };

/** Bytes of the largest file taken. */
export const largestImport = 50_000_000;

/**
 * Reads an import file, told by its first bytes whatever its name: a workbook, or JSON (a line a procedure, packed
 * or plain, or one document with a list). Refuses `catalogue.import-…` for what cannot be read at all.
 */
export async function readImportFile(path: string, today: PlainDate): Promise<Result<ReadImport>> {
  try {
    if ((await stat(path)).size > largestImport) throw new UnreadableFile('too-large');
    if (!(await isArchive(path)))
      return ok({ ...(await readLines(readRecordLines(path), today)), format: 'json' });
    return ok({ ...readWorkbook(await readSheets(path), today), format: 'excel' });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return refuse(error.reason === 'too-large' ? 'too-large' : 'invalid', `catalogue.import-${error.reason}`);
  }
}

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1') === 'PK\x03\x04';
  } finally {
    await file.close();
  }
}

/** Reads JSON as its lines come: a procedure each, or the lines of one document. */
export async function readLines(lines: AsyncIterable<string>, today: PlainDate): Promise<ReadFile> {
  const gatherer = recordGatherer();
  let row = 0;
  let whole: string[] | undefined;
  for await (const text of lines) {
    row += 1;
    if (whole === undefined && text.trim() === '') continue;
    if (whole === undefined && opensDocument(text)) whole = [];
    if (whole === undefined) gatherer.add(parseLine(text, row, today), row);
    else whole.push(text);
  }
  if (whole === undefined) return gatherer.gathered();
  const items = itemsOf(whole.join('\n'));
  if (items === undefined) return { read: 0, records: [], wrong: [{ row: 1, reason: 'not-json' }] };
  for (const [index, item] of items.entries()) gatherer.add(parseItem(item, index + 1, today), index + 1);
  return gatherer.gathered();
}

/** A line that begins a document of several lines or a list, not a procedure of its own. */
function opensDocument(line: string): boolean {
  const text = line.trim();
  return text.startsWith('[') || text === '{' || /^\{\s*"(?:error_code|result|data)"/i.test(text);
}

/** The list in a document: itself, or what the national service wraps it in. */
function itemsOf(text: string): readonly unknown[] | undefined {
  try {
    const document: unknown = JSON.parse(text);
    if (Array.isArray(document)) return document;
    if (typeof document !== 'object' || document === null) return undefined;
    const wrapped = Object.entries(document).find(([key]) => /^(?:result|data)$/i.test(key))?.[1];
    if (wrapped === undefined) return [document];
    return Array.isArray(wrapped) ? wrapped : [wrapped];
  } catch {
    return undefined;
  }
}
