import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { Weekday } from './local-minute.ts';

/** Opening hours of one day, as `[from, to)` pairs of `HH:MM`, in order and apart. */
export type DayHours = readonly (readonly [from: string, to: string])[];

/** Hours of a week: 1 is Monday; a weekday left out has no hours. */
export type WeekHours = Readonly<Partial<Record<Weekday, DayHours>>>;

/** Working time of a unit as an office writes it: the week, the days off, the days worked in exchange. */
export interface CalendarDefinition {
  readonly hours: WeekHours;
  /** Hours that replace those before from a day on (a new decision, summer hours), in order of their days. */
  readonly laterHours?: readonly HoursFrom[] | undefined;
  /** Holidays, days in lieu, local closures. A day that is off and made up is off. */
  readonly off: readonly DayOff[];
  /** Days worked in exchange; without own hours they have Monday's. */
  readonly makeUp: readonly MakeUpDay[];
  /** First and last day decided officially; what is counted outside them is a forecast. Absent: no bound. */
  readonly knownFrom?: PlainDate | undefined;
  readonly knownUntil?: PlainDate | undefined;
}

export interface HoursFrom {
  readonly from: PlainDate;
  readonly hours: WeekHours;
}

export interface DayOff {
  readonly date: PlainDate;
  /** As the citizen reads it in an explanation, e.g. "Tết Nguyên Đán". */
  readonly name?: string | undefined;
}

export interface MakeUpDay {
  readonly date: PlainDate;
  readonly hours?: DayHours | undefined;
}

/** The weekly hours in force on a day, before days off and days worked in exchange. */
export function weekOn(definition: CalendarDefinition, date: PlainDate): WeekHours {
  const later = definition.laterHours?.findLast(({ from }) => from <= date);
  return later?.hours ?? definition.hours;
}
