import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { ProcedureRecord } from '../procedure-record.ts';
import { sourceRecord } from './source-record.ts';
import { toProcedureRecord } from './to-procedure-record.ts';

/** Why a line is not taken in; `at` is the path of the field, `code` the procedure when it could be read. */
export interface WrongLine {
  readonly line: number;
  readonly reason: 'not-json' | 'too-long' | 'not-a-procedure' | 'repeated';
  readonly code?: string;
  readonly at?: string;
  readonly detail?: string;
}

export type ParsedLine = { readonly record: ProcedureRecord } | { readonly wrong: WrongLine };

/** A procedure with every paper spelled out has some 100 KB; a longer line is not one. */
export const longestLine = 2_000_000;

/** Reads one line of an import file; `line` counts from 1. */
export function parseLine(text: string, line: number, validFrom: PlainDate): ParsedLine {
  if (text.length > longestLine) return { wrong: { line, reason: 'too-long' } };
  const json = parseJson(text);
  if (!json) return { wrong: { line, reason: 'not-json' } };
  const parsed = sourceRecord.safeParse(json.value);
  if (parsed.success) return { record: toProcedureRecord(parsed.data, validFrom) };
  const [issue] = parsed.error.issues;
  return {
    wrong: {
      line,
      reason: 'not-a-procedure',
      ...codeOf(json.value),
      at: issue?.path.join('.') || '(record)',
      detail: issue?.message ?? '',
    },
  };
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function codeOf(value: unknown): { code?: string } {
  if (value === null || typeof value !== 'object' || !('code' in value)) return {};
  return typeof value.code === 'string' ? { code: value.code.slice(0, 40) } : {};
}
