import { z } from 'zod';
import type { TextFile } from './data-fault.ts';
import { parseCsv } from './read-csv.ts';
import { clockTime, legalText, plainDate, provenance, slug, validity } from './vocabulary.ts';

/** Spans of one day, `[from, to]` as HH:MM, in order: `07:00-11:30 13:30-17:00`. */
const daySpans = z.string().transform((text, context): readonly (readonly [string, string])[] => {
  const spans = text.split(' ').map((span) => z.tuple([clockTime, clockTime]).safeParse(span.split('-')));
  const read = spans.flatMap((span) => (span.success ? [span.data] : []));
  const bounds = read.flat();
  const inOrder = bounds.every((time, index) => index === 0 || (bounds[index - 1] ?? '') < time);
  if (read.length === spans.length && inOrder) return read;
  context.addIssue({ code: 'custom', message: `"${text}" is not hours written 07:00-11:30 13:30-17:00` });
  return z.NEVER;
});

/** `1-5` or `6`; 1 is Monday. */
const weekdays = z.string().transform((text, context): readonly number[] => {
  const bounds = /^([1-7])(?:-([1-7]))?$/.exec(text);
  const first = Number(bounds?.[1]);
  const last = Number(bounds?.[2] ?? bounds?.[1]);
  if (first <= last) return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  context.addIssue({ code: 'custom', message: `"${text}" is not weekdays written 1-5` });
  return z.NEVER;
});

const officeHoursRow = z.strictObject({
  /** Code that a unit's `officeHours` names; `tay-ninh` is the default. */
  calendar: slug,
  weekdays,
  hours: daySpans,
  ...validity,
  ...provenance,
});
export type OfficeHoursRow = z.infer<typeof officeHoursRow>;

/**
 * A day that differs from the weekly hours. `statutory` is a holiday of Labour Code 2019 Art. 112, also when it
 * falls on a weekly rest day; `compensatory` the working day given for such a one (Art. 111(3)); `swap` a
 * weekday off that is made up on a Saturday; `makeUp` that Saturday, worked.
 */
const calendarDayRow = z.strictObject({
  /** Empty: every calendar. A code: a local closure or opening. */
  calendar: slug.optional(),
  date: plainDate,
  effect: z.enum(['off', 'makeUp']),
  kind: z.enum(['statutory', 'compensatory', 'swap', 'makeUp']),
  /** Of a make-up day; empty: those of a Monday. */
  hours: daySpans.optional(),
  /** The day it compensates, is swapped with, or makes up. */
  insteadOf: plainDate.optional(),
  name: legalText,
  nameEn: legalText,
  ...provenance,
});
export type CalendarDayRow = z.infer<typeof calendarDayRow>;

const calendarYearRow = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100),
  /** `forecast`: no official decision on its days off is known, so what is computed over it is a forecast. */
  status: z.enum(['official', 'forecast']),
  ...provenance,
  note: legalText.optional(),
});
export type CalendarYearRow = z.infer<typeof calendarYearRow>;

/** `data/calendars/office-hours.csv`: weekly hours per calendar; a weekday without a row is a rest day. */
export const parseOfficeHours = (file: TextFile) => parseCsv(file, officeHoursRow);
/** `data/calendars/days.csv`. */
export const parseCalendarDays = (file: TextFile) => parseCsv(file, calendarDayRow);
/** `data/calendars/years.csv`. */
export const parseCalendarYears = (file: TextFile) => parseCsv(file, calendarYearRow);
