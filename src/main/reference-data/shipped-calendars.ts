import { join } from 'node:path';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { compileCalendar, type NamedCalendar } from '../../modules/process/public.ts';
import { toCalendarRecords } from './calendar-definitions.ts';
import { loadReferenceData } from './load-reference-data.ts';

/** The calendars of `data/` as they are on a day, by code: for `motcua due`, which needs no database. */
export async function shippedCalendars(root: string, on: PlainDate): Promise<NamedCalendar> {
  const { officeHours, calendarDays, calendarYears } = await loadReferenceData(join(root, 'data'));
  const records = toCalendarRecords(officeHours, calendarDays, calendarYears, on);
  const compiled = new Map(records.map(({ code, definition }) => [code, compileCalendar(definition)]));
  return (code) => compiled.get(code);
}
