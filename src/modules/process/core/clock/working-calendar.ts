import { type CalendarDefinition, type DayHours, type WeekHours, weekOn } from './calendar-definition.ts';
import { dayMinutes, dayOf, dayOfDate, parseClock, type Weekday, weekdayOfDay } from './local-minute.ts';

/** First and one past the last day compiled: 1990-01-01 and 2120-01-01. */
export const compiledFrom = 7_305;
export const compiledTo = 54_786;

/**
 * A calendar made ready for counting: for every day of 1990–2119 its hours, the office minutes before it and its
 * number among the working days. Days and minutes are those of local-minute.ts.
 */
export interface WorkingCalendar {
  readonly definition: CalendarDefinition;
  /** Minutes after midnight, opening and closing in turn; empty on a day without hours. */
  hoursOn(day: number): readonly number[];
  /** Working days before the day. */
  workingDaysBefore(day: number): number;
  /** The day that has `index` working days before it and hours itself; undefined beyond the compiled years. */
  workingDayAt(index: number): number | undefined;
  /** Working days whose last closing lies before the given local minute. */
  closingsBefore(minute: number): number;
  /** Office minutes before the given local minute. */
  minutesBefore(minute: number): number;
  /** The local minute that has `index` office minutes before it and is one; undefined beyond the compiled years. */
  minuteAt(index: number): number | undefined;
  readonly knownFromDay: number;
  readonly knownUntilDay: number;
}

/** Compiles a checked calendar (`checkCalendar` found nothing wrong) in well under a millisecond. */
export function compileCalendar(definition: CalendarDefinition): WorkingCalendar {
  const { patterns, patternOf } = patternsOf(definition);
  const lengths = patterns.map(lengthOf);
  const size = compiledTo - compiledFrom;
  const minutesBeforeDay = new Int32Array(size + 1);
  const workingBeforeDay = new Int32Array(size + 1);
  const workingDays = new Int32Array(size);
  let minutes = 0;
  let working = 0;
  for (let at = 0; at < size; at++) {
    minutesBeforeDay[at] = minutes;
    workingBeforeDay[at] = working;
    const length = lengths[patternOf[at] ?? 0] ?? 0;
    if (length > 0) workingDays[working++] = at;
    minutes += length;
  }
  minutesBeforeDay[size] = minutes;
  workingBeforeDay[size] = working;

  const clamp = (day: number) => Math.min(Math.max(day - compiledFrom, 0), size);
  const hoursAt = (at: number) => patterns[patternOf[at] ?? 0] ?? [];
  return {
    definition,
    hoursOn: (day) => hoursAt(day - compiledFrom),
    workingDaysBefore: (day) => workingBeforeDay[clamp(day)] ?? 0,
    workingDayAt: (index) => (index < working ? (workingDays[index] ?? 0) + compiledFrom : undefined),
    closingsBefore: (minute) => {
      const at = clamp(dayOf(minute));
      const closes = hoursAt(at).at(-1);
      const closed = closes !== undefined && (at + compiledFrom) * dayMinutes + closes < minute;
      return (workingBeforeDay[at] ?? 0) + (closed ? 1 : 0);
    },
    minutesBefore: (minute) => {
      const at = clamp(dayOf(minute));
      return (
        (minutesBeforeDay[at] ?? 0) + minutesInto(hoursAt(at), minute - (at + compiledFrom) * dayMinutes)
      );
    },
    minuteAt: (index) => {
      if (index >= minutes) return undefined;
      const at = lastAtOrBelow(minutesBeforeDay, workingDays, working, index);
      return (at + compiledFrom) * dayMinutes + minuteInto(hoursAt(at), index - (minutesBeforeDay[at] ?? 0));
    },
    knownFromDay: definition.knownFrom ? dayOfDate(definition.knownFrom) : -Infinity,
    knownUntilDay: definition.knownUntil ? dayOfDate(definition.knownUntil) : Infinity,
  };
}

type Pattern = readonly number[];

/** The distinct opening hours, and which of them each compiled day has: weekday, then make-up days, then days off. */
function patternsOf(definition: CalendarDefinition): { patterns: Pattern[]; patternOf: Uint16Array } {
  const patterns: Pattern[] = [[]];
  const patternOf = new Uint16Array(compiledTo - compiledFrom);
  fillWeeks(definition.hours, 0, patterns, patternOf);
  for (const { from, hours } of definition.laterHours ?? [])
    fillWeeks(hours, dayOfDate(from) - compiledFrom, patterns, patternOf);
  for (const { date, hours } of definition.makeUp) {
    patterns.push(patternFrom(hours ?? weekOn(definition, date)[1]));
    patternOf[dayOfDate(date) - compiledFrom] = patterns.length - 1;
  }
  for (const { date } of definition.off) patternOf[dayOfDate(date) - compiledFrom] = 0;
  return { patterns, patternOf };
}

/** Gives every day from `start` on the hours of its weekday. */
function fillWeeks(week: WeekHours, start: number, patterns: Pattern[], patternOf: Uint16Array): void {
  const monday = patterns.length;
  for (const weekday of weekdays) patterns.push(patternFrom(week[weekday]));
  let weekday = weekdayOfDay(compiledFrom + start) - 1;
  for (let at = start; at < patternOf.length; at++) {
    patternOf[at] = monday + weekday;
    weekday = weekday === 6 ? 0 : weekday + 1;
  }
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function patternFrom(hours: DayHours | undefined): Pattern {
  return (hours ?? []).flatMap((pair) => pair.map((text) => parseClock(text) ?? 0));
}

function lengthOf(pattern: Pattern): number {
  let length = 0;
  for (let at = 0; at < pattern.length; at += 2) length += (pattern[at + 1] ?? 0) - (pattern[at] ?? 0);
  return length;
}

/** Office minutes of the day before `minute` (minutes after its midnight; may lie outside the day). */
function minutesInto(pattern: Pattern, minute: number): number {
  let before = 0;
  for (let at = 0; at < pattern.length; at += 2) {
    const opens = pattern[at] ?? 0;
    if (minute <= opens) break;
    before += Math.min(minute, pattern[at + 1] ?? 0) - opens;
  }
  return before;
}

/** The minute after midnight that has `index` office minutes of its day before it. */
function minuteInto(pattern: Pattern, index: number): number {
  let left = index;
  for (let at = 0; at < pattern.length; at += 2) {
    const opens = pattern[at] ?? 0;
    const length = (pattern[at + 1] ?? 0) - opens;
    if (left < length) return opens + left;
    left -= length;
  }
  throw new Error('the day has fewer office minutes than its index');
}

/** Binary search among the working days for the one in which the office minute of this index lies. */
function lastAtOrBelow(before: Int32Array, days: Int32Array, count: number, index: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((before[days[middle] ?? 0] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return days[low] ?? 0;
}
