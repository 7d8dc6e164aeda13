import type { z } from 'zod';
import type { FieldRefusal } from '../kernel/refusal.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { cleanInput, escapePointerPart } from './clean-input.ts';

/**
 * Cleans and parses what came from outside. A refusal (`input.invalid`) names every wrong field by JSON Pointer with a stable
 * type whose sentence says what to do.
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): Result<T> {
  const clean = cleanInput(input);
  if (!clean.ok) return clean;
  const parsed = schema.safeParse(clean.value);
  if (parsed.success) return ok(parsed.data);
  return refuse('invalid', 'input.invalid', {
    fields: parsed.error.issues.flatMap((issue) => fieldsOf(issue, clean.value)),
  });
}

function fieldsOf(issue: z.core.$ZodIssue, input: unknown): readonly FieldRefusal[] {
  const pointer = pointerTo(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: `${pointer}/${escapePointerPart(key)}`,
        type: 'input.unknown-field',
      }));
    case 'invalid_type':
      return [
        { pointer, type: valueAt(input, issue.path) === undefined ? 'input.required' : 'input.wrong-type' },
      ];
    case 'too_small':
      if (issue.origin === 'string' && isBlank(valueAt(input, issue.path)))
        return [{ pointer, type: 'input.required' }];
      return [bound(pointer, issue.origin === 'string', 'short', 'small', Number(issue.minimum))];
    case 'too_big':
      return [bound(pointer, issue.origin === 'string', 'long', 'big', Number(issue.maximum))];
    case 'invalid_format':
      return [{ pointer, type: unlessBlank(issue, input, 'input.wrong-format') }];
    case 'invalid_value':
      return [{ pointer, type: 'input.not-listed' }];
    default:
      return [{ pointer, type: unlessBlank(issue, input, 'input.wrong') }];
  }
}

function bound(
  pointer: string,
  text: boolean,
  textual: string,
  numeric: string,
  limit: number,
): FieldRefusal {
  return { pointer, type: `input.too-${text ? textual : numeric}`, params: { limit } };
}

function unlessBlank(issue: z.core.$ZodIssue, input: unknown, type: string): string {
  return isBlank(valueAt(input, issue.path)) ? 'input.required' : type;
}

/** Nothing was typed: then that is said, not how long or of what form it should have been. */
function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${escapePointerPart(String(part))}`).join('');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, part)?.value;
  }
  return value;
}
