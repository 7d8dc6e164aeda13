import type { AnswerField, FormField, RepeatField } from './definition.ts';
import { isAnswerField } from './fields.ts';

/** Posted values by name, as `FormData` and `URLSearchParams` give them; files are ignored. */
export interface Posted {
  getAll(name: string): readonly unknown[];
}

/**
 * Raw answers of the fields of one page from a posted HTML form, ready for `evaluateForm`. Names are the key;
 * parts of a date or address are `key.year`, `key.province`; rows are `key.0.name` with their number in `key.rows`.
 * A field that was not posted (an unticked box, a hidden question) has no answer.
 */
export function postedAnswers(
  fields: readonly FormField[],
  posted: Posted,
  base = '',
): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const field of fields.filter(isAnswerField)) {
    const value = postedValue(field, posted, base + field.key);
    if (value !== undefined) answers[field.key] = value;
  }
  return answers;
}

/**
 * A row added to or taken from a repeat: `change` is the value of a submit button, `add:children` or
 * `remove:children:2`; `rowOf` makes the new row.
 */
export function withRowChange(
  fields: readonly FormField[],
  answers: Readonly<Record<string, unknown>>,
  change: string,
  rowOf: (repeat: RepeatField) => unknown = () => ({}),
): Record<string, unknown> {
  const [verb, key = '', at] = change.split(':');
  const repeat = fields.filter(isRepeat).find((field) => field.key === key);
  if (repeat === undefined) return { ...answers };
  const given: unknown = answers[key];
  const rows: readonly unknown[] = Array.isArray(given) ? given : [];
  if (verb === 'add') return { ...answers, [key]: [...rows, rowOf(repeat)] };
  if (verb === 'remove') return { ...answers, [key]: rows.filter((_, index) => String(index) !== at) };
  return { ...answers };
}

function isRepeat(field: FormField): field is RepeatField {
  return field.kind === 'repeat';
}

function postedValue(field: AnswerField, posted: Posted, name: string): unknown {
  switch (field.kind) {
    case 'date':
    case 'partialDate': {
      const date = partsOf(posted, name, ['year', 'month', 'day']);
      return date && joinDate(date.year, date.month, date.day);
    }
    case 'multiChoice':
      return all(posted, name);
    case 'address':
      return partsOf(posted, name, ['province', 'commune', 'communeText', 'detail']);
    case 'repeat':
      return postedRows(field, posted, name);
    default:
      return all(posted, name)[0];
  }
}

/** The boxes of one question by part, those not posted empty; undefined when the question was not on the page. */
function partsOf<Part extends string>(
  posted: Posted,
  name: string,
  parts: readonly Part[],
): Record<Part, string> | undefined {
  const given = parts.map((part) => [part, all(posted, `${name}.${part}`)[0]] as const);
  if (given.every(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(given.map(([part, value]) => [part, value ?? ''])) as Record<Part, string>;
}

function postedRows(field: RepeatField, posted: Posted, name: string): readonly unknown[] | undefined {
  const [rows] = all(posted, `${name}.rows`);
  if (rows === undefined) return undefined;
  const count = Math.min(Number.parseInt(rows, 10) || 0, field.max + 1);
  return Array.from({ length: Math.max(count, 0) }, (_, index) =>
    postedAnswers(field.fields, posted, `${name}.${index}.`),
  );
}

/** `YYYY-MM-DD` of the parts as typed; trailing empty parts are left out, so a lone year stays a year. */
function joinDate(year: string, month: string, day: string): string {
  const parts = [year, month, day].map((part) => part.replace(/[\s-]/g, ''));
  const text = parts.map((part) => (/^\d$/.test(part) ? `0${part}` : part)).join('-');
  return text.replace(/-+$/, '');
}

function all(posted: Posted, name: string): readonly string[] {
  return posted.getAll(name).filter((value) => typeof value === 'string');
}
