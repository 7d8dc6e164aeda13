import type { PlainDate } from '../../kernel/plain-date.ts';
import type { CalendarDefinition } from '../../modules/process/public.ts';
import type { CalendarDayRow, CalendarYearRow, OfficeHoursRow } from './calendars.ts';
import { isValidOn, plainDate } from './vocabulary.ts';

/** A named calendar in the words of the legal clock. */
export interface CalendarRecord {
  readonly code: string;
  readonly definition: CalendarDefinition;
}

/**
 * What process takes: per code the weekly hours in force on the day, the days off and made up, and the bounds of
 * the years officially decided. Days without a calendar code belong to every calendar.
 */
export function toCalendarRecords(
  officeHours: readonly OfficeHoursRow[],
  days: readonly CalendarDayRow[],
  years: readonly CalendarYearRow[],
  on: PlainDate,
): readonly CalendarRecord[] {
  const inForce = officeHours.filter((row) => isValidOn(row, on));
  return [...Map.groupBy(inForce, (row) => row.calendar)].map(([code, week]) => {
    const own = days.filter((day) => day.calendar === undefined || day.calendar === code);
    return {
      code,
      definition: {
        hours: Object.fromEntries(week.flatMap((row) => row.weekdays.map((weekday) => [weekday, row.hours]))),
        off: own.filter((day) => day.effect === 'off').map(({ date, name }) => ({ date, name })),
        makeUp: own
          .filter((day) => day.effect === 'makeUp')
          .map(({ date, hours }) => ({ date, ...(hours ? { hours } : {}) })),
        ...knownSpan(years),
      },
    };
  });
}

function knownSpan(years: readonly CalendarYearRow[]): Pick<CalendarDefinition, 'knownFrom' | 'knownUntil'> {
  const decided = years.filter((row) => row.status === 'official').map((row) => row.year);
  if (decided.length === 0) return {};
  return {
    knownFrom: plainDate.parse(`${Math.min(...decided)}-01-01`),
    knownUntil: plainDate.parse(`${Math.max(...decided)}-12-31`),
  };
}
