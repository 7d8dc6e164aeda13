import { type CalendarDefinition, weekOn } from './calendar-definition.ts';
import type { Counted } from './count-due.ts';
import type { ExplanationLine } from './due.ts';
import type { DueRule } from './due-rule.ts';
import { dateOfDay, dayMinutes, dayOf, weekdayOfDay } from './local-minute.ts';
import { countRunning } from './running.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A line and the minute it is about, by which the lines are put in order. */
export interface Dated {
  readonly minute: number;
  readonly line: ExplanationLine;
}

/** Neighbouring days told in one line. Plain rest days end nothing; they are only mentioned. */
interface Run {
  /** `stopped`: working days the suspended clock left out; told by the suspension's own line. */
  readonly kind: 'counted' | 'off' | 'stopped';
  readonly name: string;
  /** Minutes of each day, for hour units; 0 for days. */
  readonly minutes: number;
  readonly from: number;
  to: number;
  days: number;
  first: number;
}

/** The days from the first that can count to the due day: which counted, which were holidays, which were made up. */
export function explainDays(calendar: WorkingCalendar, rule: DueRule, counted: Counted): Dated[] {
  if (rule.unit.startsWith('calendar')) return [];
  return runsOf(calendar, rule, counted)
    .filter((run) => run.kind === 'off' || (run.kind === 'counted' && rule.unit !== 'same-day'))
    .map((run) => ({
      minute: Math.max(run.from * dayMinutes, counted.firstMinute),
      line: lineOf(run, rule),
    }));
}

function lineOf(run: Run, rule: DueRule): ExplanationLine {
  if (run.kind === 'off') return offLine(run);
  return rule.unit === 'working-hours' ? minutesLine(run) : daysLine(run);
}

function runsOf(calendar: WorkingCalendar, rule: DueRule, counted: Counted): Run[] {
  const names = new Map(calendar.definition.off.map(({ date, name }) => [date, name ?? '']));
  const made = new Set(calendar.definition.makeUp.map(({ date }) => date));
  const runs: Run[] = [];
  let counting = 0;
  for (let day = dayOf(counted.firstMinute); day <= counted.dueDay; day++) {
    const kind = kindOf(calendar, rule, counted, day);
    if (kind === undefined) continue;
    const date = dateOfDay(day);
    const name = kind === 'off' ? (names.get(date) ?? '') : made.has(date) ? 'makeUp' : '';
    const minutes =
      kind === 'counted' && rule.unit === 'working-hours' ? minutesOn(calendar, counted, day) : 0;
    if (kind === 'counted') counting++;
    const last = runs.at(-1);
    if (
      last &&
      last.kind === kind &&
      last.name === name &&
      last.minutes === minutes &&
      isNear(last, day, kind)
    ) {
      last.to = day;
      last.days++;
    } else runs.push({ kind, name, minutes, from: day, to: day, days: 1, first: counting });
  }
  return runs;
}

/** Holidays of one name join only when they touch; counted days also across a weekend. */
function isNear(run: Run, day: number, kind: Run['kind']): boolean {
  return kind === 'counted' || run.to === day - 1;
}

/** Undefined for rest days of the week. */
function kindOf(
  calendar: WorkingCalendar,
  rule: DueRule,
  counted: Counted,
  day: number,
): Run['kind'] | undefined {
  const closes = calendar.hoursOn(day).at(-1);
  if (closes === undefined) return hasWeeklyHours(calendar.definition, day) ? 'off' : undefined;
  if (rule.unit === 'working-hours') return minutesOn(calendar, counted, day) > 0 ? 'counted' : 'stopped';
  const closing = day * dayMinutes + closes;
  return countRunning(closing, closing + 1, counted.stopped, (minute) => minute) === 1
    ? 'counted'
    : undefined;
}

function hasWeeklyHours(definition: CalendarDefinition, day: number): boolean {
  return (weekOn(definition, dateOfDay(day))[weekdayOfDay(day)] ?? []).length > 0;
}

function minutesOn(calendar: WorkingCalendar, counted: Counted, day: number): number {
  const from = Math.max(day * dayMinutes, counted.firstMinute);
  const to = Math.min((day + 1) * dayMinutes, counted.due);
  return countRunning(from, to, counted.stopped, calendar.minutesBefore);
}

function offLine({ name, from, to }: Run): ExplanationLine {
  const key = from === to ? 'process.due.day-off' : 'process.due.days-off';
  const params = { on: dateOfDay(from), toOn: dateOfDay(to) };
  return name === '' ? { key: `${key}-unnamed`, params } : { key, params: { ...params, name } };
}

function daysLine({ name, from, to, days, first }: Run): ExplanationLine {
  const made = name === 'makeUp' ? '-made-up' : '';
  const params = { on: dateOfDay(from), toOn: dateOfDay(to), first, last: first + days - 1 };
  if (days === 1) return { key: `process.due.day-counted${made}`, params };
  const overRest = made === '' && to - from + 1 > days ? '-over-rest' : made;
  return { key: `process.due.days-counted${overRest}`, params };
}

function minutesLine({ name, from, to, days, minutes }: Run): ExplanationLine {
  const made = name === 'makeUp' ? '-made-up' : '';
  const params = { on: dateOfDay(from), toOn: dateOfDay(to), days, minutes };
  return {
    key: days === 1 ? `process.due.hours-counted${made}` : `process.due.hours-counted-daily${made}`,
    params,
  };
}
