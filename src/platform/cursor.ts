import { z } from 'zod';
import { ok, type Result, refuse } from '../kernel/result.ts';

/** An instant inside a cursor, as PostgreSQL writes a `timestamptz`: microseconds and all. */
export const cursorInstant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/)
  .refine((text) => !Number.isNaN(Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))));

/** Writes the sort key of a page's last row as opaque text. */
export function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Reads a cursor back; refuses one that this product did not write (`input.wrong-cursor`). */
export function readCursor<Key extends z.ZodType>(
  shape: Key,
  cursor: string | undefined,
): Result<z.infer<Key> | undefined> {
  if (cursor === undefined) return ok(undefined);
  const parsed = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  return parsed.success ? ok(parsed.data) : refuse('invalid', 'input.wrong-cursor');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
