import { parsePlainDate } from '../../../../kernel/plain-date.ts';
import type { FieldRefusal } from '../../../../kernel/refusal.ts';
import type { CalendarDefinition, DayHours, WeekHours } from './calendar-definition.ts';
import { dayOfDate, formatClock, parseClock } from './local-minute.ts';
import { compiledFrom, compiledTo } from './working-calendar.ts';

/** What makes a calendar unusable: hours out of order, days that do not exist or lie outside the years computed. */
export function checkCalendar(calendar: CalendarDefinition): FieldRefusal[] {
  const later = calendar.laterHours ?? [];
  const week = [
    ...checkWeek(calendar.hours, '/hours'),
    ...later.flatMap(({ hours }, at) => checkWeek(hours, `/laterHours/${at}/hours`)),
    ...later.flatMap(({ from }, at) => checkFrom(from, later[at - 1]?.from, `/laterHours/${at}/from`)),
  ];
  const off = calendar.off.flatMap((day, at) => checkDay(day.date, `/off/${at}`));
  const makeUp = calendar.makeUp.flatMap((day, at) => [
    ...checkDay(day.date, `/makeUp/${at}`),
    ...checkHours(day.hours ?? [], `/makeUp/${at}/hours`),
  ]);
  const known = (['knownFrom', 'knownUntil'] as const).flatMap((name) =>
    calendar[name] === undefined || parsePlainDate(calendar[name])
      ? []
      : [wrong(`/${name}`, 'process.date-invalid')],
  );
  return [...week, ...off, ...makeUp, ...known];
}

function checkWeek(week: WeekHours, pointer: string): FieldRefusal[] {
  return Object.entries(week).flatMap(([weekday, hours]) => [
    ...(/^[1-7]$/.test(weekday) ? [] : [wrong(`${pointer}/${weekday}`, 'process.weekday-unknown')]),
    ...checkHours(hours, `${pointer}/${weekday}`),
  ]);
}

function checkFrom(from: string, before: string | undefined, pointer: string): FieldRefusal[] {
  const out = before !== undefined && from <= before;
  return out ? [wrong(pointer, 'process.hours-out-of-order')] : checkDay(from, pointer);
}

/** Weekdays and make-up days that are not 8 hours long: legal days and hours then disagree, which deserves a warning. */
export function daysNotEightHours(calendar: CalendarDefinition): { day: string; minutes: number }[] {
  const weeks = [calendar.hours, ...(calendar.laterHours ?? []).map(({ hours }) => hours)];
  const week = weeks
    .flatMap((hours) => Object.entries(hours))
    .map(([day, hours]) => ({ day, minutes: minutesIn(hours) }));
  const makeUp = calendar.makeUp.flatMap((day) =>
    day.hours ? [{ day: day.date as string, minutes: minutesIn(day.hours) }] : [],
  );
  return [...week, ...makeUp].filter(({ minutes }) => minutes !== 0 && minutes !== 480);
}

function minutesIn(hours: DayHours): number {
  return hours.reduce((sum, [from, to]) => sum + (parseClock(to) ?? 0) - (parseClock(from) ?? 0), 0);
}

function checkHours(hours: DayHours, pointer: string): FieldRefusal[] {
  let last = -1;
  for (const [index, [from, to]] of hours.entries()) {
    const opens = parseClock(from);
    const closes = parseClock(to);
    if (opens === undefined || closes === undefined)
      return [wrong(`${pointer}/${index}`, 'process.hours-not-a-time')];
    if (opens >= closes || opens < last)
      return [
        {
          ...wrong(`${pointer}/${index}`, 'process.hours-out-of-order'),
          params: { from: formatClock(opens) },
        },
      ];
    last = closes;
  }
  return [];
}

function checkDay(date: string, pointer: string): FieldRefusal[] {
  const day = parsePlainDate(date);
  if (!day) return [wrong(pointer, 'process.date-invalid')];
  const inRange = dayOfDate(day) >= compiledFrom && dayOfDate(day) < compiledTo;
  return inRange ? [] : [wrong(pointer, 'process.date-out-of-range')];
}

function wrong(pointer: string, type: string): FieldRefusal {
  return { pointer, type };
}
