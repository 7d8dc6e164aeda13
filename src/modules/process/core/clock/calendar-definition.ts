import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { Weekday } from './local-minute.ts';

/** Opening hours of one day, as `[from, to)` pairs of `HH:MM`, in order and apart. */
export type DayHours = readonly (readonly [from: string, to: string])[];

/** Working time of a unit as an office writes it: the week, the days off, the days worked in exchange. */
export interface CalendarDefinition {
  /** 1 is Monday; a weekday left out has no hours. */
  readonly hours: Readonly<Partial<Record<Weekday, DayHours>>>;
  /** Holidays, days in lieu, local closures. A day that is off and made up is off. */
  readonly off: readonly DayOff[];
  /** Days worked in exchange; without own hours they have Monday's. */
  readonly makeUp: readonly MakeUpDay[];
  /** First and last day decided officially; what is counted outside them is a forecast. Absent: no bound. */
  readonly knownFrom?: PlainDate | undefined;
  readonly knownUntil?: PlainDate | undefined;
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
