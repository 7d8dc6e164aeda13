import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { type ProcedureRecord, procedureRecord } from '../procedure-record.ts';
import { fromLayThuTuc, layThuTuc } from './lay-thu-tuc.ts';
import { sourceRecord } from './source-record.ts';
import { toProcedureRecord } from './to-procedure-record.ts';
import type { WrongPlace } from './wrong-place.ts';

export type ParsedLine = { readonly record: ProcedureRecord } | { readonly wrong: WrongPlace };

/** A procedure with every paper spelled out has some 100 KB; a longer line is not one. */
export const longestLine = 2_000_000;

/** Reads one line of an import file; `row` counts from 1. */
export function parseLine(text: string, row: number, validFrom: PlainDate): ParsedLine {
  if (text.length > longestLine) return { wrong: { row, reason: 'too-long' } };
  const json = parseJson(text);
  return json ? parseItem(json.value, row, validFrom) : { wrong: { row, reason: 'not-json' } };
}

/**
 * Reads one procedure in any of the shapes of JSON: the public pages of the national database, its service
 * LayThuTuc (told by `MATTHC`), or a record of ours as `motcua catalogue export` writes it (told by `content`).
 */
export function parseItem(value: unknown, row: number, validFrom: PlainDate): ParsedLine {
  const given = withNationalCode(value);
  if (has(given, 'content')) return parsed(procedureRecord.safeParse(given), row, given, (record) => record);
  if (has(given, 'MATTHC'))
    return parsed(layThuTuc.safeParse(given), row, given, (record) => fromLayThuTuc(record, validFrom));
  return parsed(sourceRecord.safeParse(given), row, given, (record) => toProcedureRecord(record, validFrom));
}

interface Read<T> {
  readonly success: boolean;
  readonly data?: T | undefined;
  readonly error?:
    | { readonly issues: readonly { path: readonly PropertyKey[]; message: string }[] }
    | undefined;
}

function parsed<T>(
  outcome: Read<T>,
  row: number,
  given: unknown,
  toRecord: (data: T) => ProcedureRecord,
): ParsedLine {
  if (outcome.data !== undefined) return { record: toRecord(outcome.data) };
  const issue = outcome.error?.issues[0];
  const column = issue?.path.join('.') || '(record)';
  return {
    wrong: { row, reason: 'not-a-procedure', ...codeOf(given), column, detail: issue?.message ?? '' },
  };
}

/** Some versions of the service write `MaTTHC`. */
function withNationalCode(value: unknown): unknown {
  if (!has(value, 'MaTTHC') || has(value, 'MATTHC')) return value;
  const { MaTTHC, ...rest } = value;
  return { ...rest, MATTHC: MaTTHC };
}

function has<Key extends string>(value: unknown, key: Key): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function codeOf(value: unknown): { code?: string } {
  const code = has(value, 'code') ? value.code : has(value, 'MATTHC') ? value.MATTHC : undefined;
  return typeof code === 'string' ? { code: code.slice(0, 40) } : {};
}
