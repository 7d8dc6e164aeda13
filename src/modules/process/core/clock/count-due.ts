import { ok, type Result, refuseField } from '../../../../kernel/result.ts';
import { checkCase } from './check-case.ts';
import type { DueCase } from './due.ts';
import type { DueRule } from './due-rule.ts';
import { dayMinutes, dayOf, minuteOf, parseClock } from './local-minute.ts';
import { addMonths } from './months.ts';
import { nthRunning, runningFrom, type Stopped } from './running.ts';
import { compiledTo, type WorkingCalendar } from './working-calendar.ts';

/** A finished count, in local minutes and days: what the due time and its explanation are read from. */
export interface Counted {
  /** Receipt, or the resumption from which counting began anew. */
  readonly start: number;
  readonly restarted: boolean;
  readonly stopped: Stopped;
  /** Day that stands for the day of receipt: later than `start` only because of a cut-off. */
  readonly receiptDay: number;
  /** First minute that can count. */
  readonly firstMinute: number;
  /** Day on which the count ended, before any roll. */
  readonly lastDay: number;
  readonly dueDay: number;
  readonly due: number;
}

type Start = Pick<Counted, 'start' | 'restarted' | 'stopped'>;

/** Counts a legal time limit by the convention of docs/legal-clock.md. Refuses wrong cases with a pointer to the field. */
export function countDue(calendar: WorkingCalendar, dueCase: DueCase): Result<Counted> {
  const refused = checkCase(dueCase);
  if (refused) return refused;
  const { rule } = dueCase;
  const from = runningFrom(minuteOf(dueCase.receivedAt), dueCase.suspensions, minuteOf(dueCase.asOf));
  const counted = countBy(calendar, rule, from);
  if (counted) return ok(counted);
  return refuseField('/amount', 'process.due-out-of-range');
}

function countBy(calendar: WorkingCalendar, rule: DueRule, from: Start): Counted | undefined {
  switch (rule.unit) {
    case 'working-days':
      return countWorkingDays(calendar, rule, from);
    case 'working-hours':
      return countWorkingMinutes(calendar, rule.amount * 60, from);
    case 'same-day':
      return countSameDay(calendar, rule, from);
    case 'calendar-days':
      return countCalendarDays(calendar, rule, from, rule.amount);
    case 'calendar-weeks':
      return countCalendarDays(calendar, rule, from, rule.amount * 7);
    case 'calendar-months':
      return countMonths(calendar, rule, from);
  }
}

/** Day one is the first working day after the day of receipt; a day counts when the clock runs at its last closing. */
function countWorkingDays(calendar: WorkingCalendar, rule: DueRule, from: Start): Counted | undefined {
  const received = dayOf(from.start);
  const receiptDay = isInTime(calendar, rule, from.start)
    ? received
    : calendar.workingDayAt(calendar.workingDaysBefore(received + 1));
  if (receiptDay === undefined) return undefined;
  const first = calendar.workingDaysBefore(receiptDay + 1);
  const dueDay = nthDay(calendar, first, rule.amount, from.stopped);
  if (dueDay === undefined) return undefined;
  const hours = calendar.hoursOn(dueDay);
  const closes = hours.at(-1) ?? 0;
  const clockTime = Math.min(Math.max(from.start - received * dayMinutes, hours[0] ?? 0), closes);
  const due = dueDay * dayMinutes + (rule.dueAt === 'same-clock-time' ? clockTime : closes);
  const firstMinute = (receiptDay + 1) * dayMinutes;
  return { ...from, receiptDay, firstMinute, lastDay: dueDay, dueDay, due };
}

/** Without a cut-off everything is in time; with one, nothing on a day without hours and nothing after it. */
function isInTime(calendar: WorkingCalendar, rule: DueRule, start: number): boolean {
  if (rule.cutOff === null) return true;
  const day = dayOf(start);
  return calendar.hoursOn(day).length > 0 && start - day * dayMinutes <= (parseClock(rule.cutOff) ?? 0);
}

function nthDay(
  calendar: WorkingCalendar,
  first: number,
  amount: number,
  stopped: Stopped,
): number | undefined {
  return calendar.workingDayAt(nthRunning(first, amount, stopped, calendar.closingsBefore));
}

/** The working day of receipt when it came in time, else the next; due at its last closing. */
function countSameDay(calendar: WorkingCalendar, rule: DueRule, from: Start): Counted | undefined {
  const day = dayOf(from.start);
  const closes = calendar.hoursOn(day).at(-1);
  const inTime =
    closes !== undefined && from.start - day * dayMinutes <= (parseClock(rule.cutOff ?? '') ?? closes);
  const first = calendar.workingDaysBefore(inTime ? day : day + 1);
  const dueDay = nthDay(calendar, first, 1, from.stopped);
  if (dueDay === undefined) return undefined;
  const due = dueDay * dayMinutes + (calendar.hoursOn(dueDay).at(-1) ?? 0);
  const firstMinute = inTime ? from.start : (day + 1) * dayMinutes;
  return { ...from, receiptDay: day, firstMinute, lastDay: dueDay, dueDay, due };
}

/** Whole office minutes; the due time is the end of the last one, so 11:30 stays 11:30. */
export function countWorkingMinutes(
  calendar: WorkingCalendar,
  minutes: number,
  from: Start,
): Counted | undefined {
  const first = calendar.minutesBefore(from.start);
  const last = calendar.minuteAt(nthRunning(first, minutes, from.stopped, calendar.minutesBefore));
  if (last === undefined) return undefined;
  const dueDay = dayOf(last);
  return {
    ...from,
    receiptDay: dayOf(from.start),
    firstMinute: from.start,
    lastDay: dueDay,
    dueDay,
    due: last + 1,
  };
}

/** Day one is the day after receipt; a day counts when the clock runs at the midnight that ends it. */
function countCalendarDays(
  calendar: WorkingCalendar,
  rule: DueRule,
  from: Start,
  days: number,
): Counted | undefined {
  const firstMidnight = dayOf(from.start) + 2;
  return rolled(calendar, rule, from, nthRunning(firstMidnight, days, from.stopped, midnightsBefore) - 1);
}

/** The same day of the month (Civil Code 2015, Art. 148), moved by every midnight after receipt that is suspended. */
function countMonths(calendar: WorkingCalendar, rule: DueRule, from: Start): Counted | undefined {
  const received = dayOf(from.start);
  const sameDay = addMonths(received, rule.amount);
  const midnights = sameDay - received + 1;
  return rolled(calendar, rule, from, nthRunning(received + 1, midnights, from.stopped, midnightsBefore) - 1);
}

/** Midnights before a local minute, numbered as the days they begin. */
export function midnightsBefore(minute: number): number {
  return Math.ceil(minute / dayMinutes);
}

function rolled(calendar: WorkingCalendar, rule: DueRule, from: Start, lastDay: number): Counted | undefined {
  if (lastDay >= compiledTo) return undefined;
  const receiptDay = dayOf(from.start);
  const counted = { ...from, receiptDay, firstMinute: (receiptDay + 1) * dayMinutes, lastDay };
  if (rule.roll === 'none') return { ...counted, dueDay: lastDay, due: (lastDay + 1) * dayMinutes };
  const working = calendar.hoursOn(lastDay).length > 0;
  const index = calendar.workingDaysBefore(lastDay) - (working || rule.roll === 'next' ? 0 : 1);
  const dueDay = calendar.workingDayAt(index);
  if (dueDay === undefined) return undefined;
  return { ...counted, dueDay, due: dueDay * dayMinutes + (calendar.hoursOn(dueDay).at(-1) ?? 0) };
}
