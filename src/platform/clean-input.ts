import { ok, type Result, refuse } from '../kernel/result.ts';

/** Nothing people send is nested deeper; a walk below it could be driven out of the stack. */
const deepest = 32;

/**
 * What came from outside as it may be stored: every text well-formed Unicode in NFC, without invisible marks that make
 * two equal names differ or a line read otherwise than it is written. Refuses (`input.invalid`) what PostgreSQL cannot
 * hold (U+0000, half a surrogate pair) and nesting without end. Only plain objects and lists are walked.
 */
export function cleanInput(input: unknown): Result<unknown> {
  const faults: Fault[] = [];
  const value = clean(input, '', 0, faults);
  return faults.length === 0
    ? ok(value)
    : refuse('invalid', 'input.invalid', { fields: faults.slice(0, 20) });
}

interface Fault {
  readonly pointer: string;
  readonly type: 'input.wrong-characters' | 'input.too-deep';
}

function clean(value: unknown, pointer: string, depth: number, faults: Fault[]): unknown {
  if (typeof value === 'string') return cleanText(value, pointer, faults);
  if (!isPlain(value)) return value;
  if (depth >= deepest) {
    faults.push({ pointer, type: 'input.too-deep' });
    return undefined;
  }
  if (Array.isArray(value))
    return value.map((item, index) => clean(item, `${pointer}/${index}`, depth + 1, faults));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const at = `${pointer}/${escapePointerPart(key.toWellFormed())}`;
      return [cleanText(key, at, faults), clean(item, at, depth + 1, faults)];
    }),
  );
}

function cleanText(text: string, pointer: string, faults: Fault[]): string {
  if (text.includes('\0') || !text.isWellFormed()) faults.push({ pointer, type: 'input.wrong-characters' });
  return text.replace(invisible, '').normalize('NFC');
}

/** Zero-width and bidirectional marks and the byte-order mark: no Vietnamese text needs them. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> | readonly unknown[] {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/** One part of a JSON Pointer (RFC 6901). */
export function escapePointerPart(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}
