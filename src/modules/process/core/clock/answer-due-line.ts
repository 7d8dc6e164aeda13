import { ok, type Result } from '../../../../kernel/result.ts';
import { translateRefusal } from '../../../../texts/translate.ts';
import { computeDue } from './compute-due.ts';
import type { Due, DueCase } from './due.ts';
import { explainDue } from './explain-due.ts';
import { formatInstant } from './local-minute.ts';
import { type DueLine, parseCalendar, parseDueLine, refused } from './parse-due-line.ts';
import { renderExplanation } from './render-explanation.ts';
import { compileCalendar, type WorkingCalendar } from './working-calendar.ts';

/** Finds a calendar by its code, e.g. `tay-ninh`. */
export type NamedCalendar = (code: string) => WorkingCalendar | undefined;

const rememberedCalendars = 64;

/**
 * Answers the lines of `motcua due`: one JSON case in, one JSON answer out. A wrong case is answered with `error` (a
 * Vietnamese sentence) and `field` (a JSON Pointer); nothing it contains disturbs the next line.
 */
export function dueAnswerer(named: NamedCalendar): (line: string) => string {
  const written = new Map<string, Result<WorkingCalendar>>();
  const calendarOf = (value: unknown): Result<WorkingCalendar> => {
    if (typeof value === 'string') {
      const found = named(value);
      return found ? ok(found) : refused('/calendar', 'process.calendar-unknown', { name: value });
    }
    const key = JSON.stringify(value) ?? '';
    const known = written.get(key) ?? compiled(value);
    if (written.size >= rememberedCalendars) written.clear();
    written.set(key, known);
    return known;
  };
  return (line) => JSON.stringify(answer(line, calendarOf));
}

function compiled(value: unknown): Result<WorkingCalendar> {
  const parsed = parseCalendar(value);
  return parsed.ok ? ok(compileCalendar(parsed.value)) : parsed;
}

interface Answered {
  readonly due: Due;
  readonly explanation: readonly string[];
}

function answer(line: string, calendarOf: (value: unknown) => Result<WorkingCalendar>): object {
  const read = parsedJson(line);
  if (!read.ok) return { id: null, error: translateRefusal('vi', read.refusal) };
  const id = idOf(read.value);
  const answered = answerCase(read.value, calendarOf);
  if (!answered.ok) {
    const [field] = answered.refusal.fields ?? [];
    return { id, error: translateRefusal('vi', field ?? answered.refusal), field: field?.pointer ?? '' };
  }
  const { due, explanation } = answered.value;
  return {
    id,
    dueAt: formatInstant(due.dueAt),
    usedMinutes: due.usedMinutes,
    leftMinutes: due.leftMinutes,
    ...(due.forecast ? { forecast: true } : {}),
    explanation,
  };
}

function parsedJson(line: string): Result<unknown> {
  try {
    return ok(JSON.parse(line));
  } catch {
    return refused('', 'process.not-json');
  }
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
}

function answerCase(
  value: unknown,
  calendarOf: (value: unknown) => Result<WorkingCalendar>,
): Result<Answered> {
  const line = parseDueLine(value);
  if (!line.ok) return line;
  const dueCase = caseOf(line.value);
  if (!dueCase.ok) return dueCase;
  const calendar = calendarOf(line.value.calendar);
  if (!calendar.ok) return calendar;
  const due = computeDue(calendar.value, dueCase.value);
  if (!due.ok) return due;
  const lines = explainDue(calendar.value, dueCase.value);
  return lines.ok ? ok({ due: due.value, explanation: renderExplanation(lines.value) }) : lines;
}

/** Without `asOf` nothing has been used yet; an open suspension, which ends there, needs it. */
function caseOf(line: DueLine): Result<DueCase> {
  const { receivedAt, asOf, unit, amount, cutOff, dueAt, roll, suspensions } = line;
  if (asOf === undefined && suspensions.some(({ to }) => to === null))
    return refused('/asOf', 'process.suspension-needs-as-of');
  if (amount === undefined && unit !== 'same-day') return refused('/amount', 'process.amount-not-whole');
  const rule = { unit, amount: amount ?? 1, cutOff, dueAt, roll };
  return ok({ rule, receivedAt, asOf: asOf ?? receivedAt, suspensions });
}
