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
 * What process takes: per code the weekly hours as they follow one another, the days off and made up, and the bounds
 * of the years officially decided. Days without a calendar code belong to every calendar.
 */
export function toCalendarRecords(
  officeHours: readonly OfficeHoursRow[],
  days: readonly CalendarDayRow[],
  years: readonly CalendarYearRow[],
): readonly CalendarRecord[] {
  return [...Map.groupBy(officeHours, (row) => row.calendar)].map(([code, rows]) => {
    const own = days.filter((day) => day.calendar === undefined || day.calendar === code);
    return {
      code,
      definition: {
        ...weeksOf(rows),
        off: own.filter((day) => day.effect === 'off').map(({ date, name }) => ({ date, name })),
        makeUp: own
          .filter((day) => day.effect === 'makeUp')
          .map(({ date, hours }) => ({ date, ...(hours ? { hours } : {}) })),
        ...knownSpan(years),
      },
    };
  });
}

/** The first hours known, and from each day on which a row begins or ends the hours that replace them. */
function weeksOf(rows: readonly OfficeHoursRow[]): Pick<CalendarDefinition, 'hours' | 'laterHours'> {
  const days = rows.flatMap((row) => (row.validTo ? [row.validFrom, row.validTo] : [row.validFrom]));
  const [first, ...changes] = [...new Set(days)].sort();
  const laterHours = changes.map((from) => ({ from, hours: weekOn(rows, from) }));
  return { hours: first ? weekOn(rows, first) : {}, ...(changes.length > 0 ? { laterHours } : {}) };
}

function weekOn(rows: readonly OfficeHoursRow[], day: PlainDate): CalendarDefinition['hours'] {
  const inForce = rows.filter((row) => isValidOn(row, day));
  return Object.fromEntries(inForce.flatMap((row) => row.weekdays.map((weekday) => [weekday, row.hours])));
}

function knownSpan(years: readonly CalendarYearRow[]): Pick<CalendarDefinition, 'knownFrom' | 'knownUntil'> {
  const decided = years.filter((row) => row.status === 'official').map((row) => row.year);
  if (decided.length === 0) return {};
  return {
    knownFrom: plainDate.parse(`${Math.min(...decided)}-01-01`),
    knownUntil: plainDate.parse(`${Math.max(...decided)}-12-31`),
  };
}
