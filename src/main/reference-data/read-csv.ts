import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type DataFault, ReferenceDataError, type TextFile, throwFaults } from './data-fault.ts';

/** A parsed row and the line of the file on which it begins. */
export interface Located<T> {
  readonly line: number;
  readonly row: T;
}

const records = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
);

/**
 * Parses a CSV with a heading line (RFC 4180, UTF-8) against the row's schema. Empty cells are left out, so
 * that a column is optional exactly when the schema says so. Throws `ReferenceDataError` with every faulty line.
 */
export function parseCsv<T>(file: TextFile, schema: z.ZodType<T>): readonly Located<T>[] {
  const rows: Located<T>[] = [];
  const faults: DataFault[] = [];
  for (const { record, info } of readRecords(file)) {
    const filled = Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== ''));
    const parsed = schema.safeParse(filled);
    if (parsed.success) rows.push({ line: info.lines, row: parsed.data });
    else faults.push(...parsed.error.issues.map((issue) => faultAt(file, info.lines, issue)));
  }
  throwFaults(faults);
  return rows;
}

function readRecords(file: TextFile): z.infer<typeof records> {
  try {
    return records.parse(parse(file.text, { columns: true, info: true, bom: true, trim: true }));
  } catch (error) {
    const line =
      error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    const message = error instanceof Error ? error.message : String(error);
    throw new ReferenceDataError([{ path: file.path, line, message }]);
  }
}

function faultAt(file: TextFile, line: number, issue: z.core.$ZodIssue): DataFault {
  return { path: file.path, line, message: `${issue.path.join('.') || 'row'}: ${issue.message}` };
}
