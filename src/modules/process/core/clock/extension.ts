import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuseField } from '../../../../kernel/result.ts';
import { computeDue } from './compute-due.ts';
import type { DueCase, DuePromise, ExplanationKey, ExplanationLine } from './due.ts';
import type { DueRule } from './due-rule.ts';
import { explainDue, momentOf } from './explain-due.ts';
import { dayMinutes, dayOfDate, instantOf, minuteOf } from './local-minute.ts';
import type { RegimeFact } from './most-particular.ts';
import { renderExplanation } from './render-explanation.ts';
import type { Suspension } from './suspension.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Where the law allows further time by reasoned notice: at most so much, so often (Construction Law 2014, Art. 102). */
export interface ExtensionRule extends RegimeFact {
  readonly unit: ExtensionUnit;
  readonly most: number;
  readonly times: number;
  /** Whether what ends within the further time is in time. */
  readonly moves: boolean;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly source: string;
  readonly certainty: string;
}

export type ExtensionUnit = Extract<DueRule['unit'], 'working-days' | 'calendar-days'>;

/** Further time granted. */
export interface Extension {
  readonly unit: ExtensionUnit;
  readonly amount: number;
  readonly moves: boolean;
}

/** An extension as a case of its own: counted from the due time it extends. */
export function extensionCase(
  { unit, amount }: Extension,
  dueAt: Date,
  asOf: Date,
  suspensions: readonly Suspension[],
): DueCase {
  const rule: DueRule = { unit, amount, cutOff: null, dueAt: 'end-of-day', roll: 'next' };
  return { rule, receivedAt: dueAt, asOf, suspensions };
}

const openings: ReadonlySet<ExplanationKey> = new Set([
  'process.due.received',
  'process.due.rule-working-days',
  'process.due.rule-calendar-days',
]);

/** The lines an extension adds: how much was granted, and how that is counted. */
export function explainExtension(
  calendar: WorkingCalendar,
  extension: Extension,
  dueCase: DueCase,
): Result<readonly ExplanationLine[]> {
  const lines = explainDue(calendar, { ...dueCase, suspensions: [] });
  if (!lines.ok) return lines;
  const { unit, amount } = extension;
  const granted: ExplanationLine = { key: `process.due.extended-${unit}`, params: { amount } };
  return ok([granted, ...lines.value.filter(({ key }) => !openings.has(key))]);
}

/** The new date of an extension, counted from the due time it extends, with its explanation. */
export function promiseExtension(
  calendar: WorkingCalendar,
  extension: Extension,
  dueAt: Date,
): Result<DuePromise> {
  const dueCase = extensionCase(extension, dueAt, dueAt, []);
  const due = computeDue(calendar, dueCase);
  if (!due.ok) return due;
  const lines = explainExtension(calendar, extension, dueCase);
  if (!lines.ok) return lines;
  const before: ExplanationLine = { key: 'process.due.due-before', params: momentOf(minuteOf(dueAt), true) };
  return ok({
    dueAt: due.value.dueAt,
    forecast: due.value.forecast,
    explanation: renderExplanation([before, ...lines.value]),
  });
}

/** The end of hours of a day named in an apology. Refuses a day without hours (`process.day-without-hours`). */
export function promiseDay(calendar: WorkingCalendar, on: PlainDate): Result<DuePromise> {
  const day = dayOfDate(on);
  const closes = calendar.hoursOn(day).at(-1);
  if (closes === undefined) {
    return refuseField('/newDueOn', 'process.day-without-hours');
  }
  const due = day * dayMinutes + closes;
  const line: ExplanationLine = { key: 'process.due.due', params: momentOf(due) };
  return ok({
    dueAt: instantOf(due),
    forecast: day > calendar.knownUntilDay || day < calendar.knownFromDay,
    explanation: renderExplanation([line]),
  });
}
