import { join } from 'node:path';
import { compileCalendar, type NamedCalendar } from '../../modules/process/public.ts';
import { toCalendarRecords } from './calendar-definitions.ts';
import { loadReferenceData } from './load-reference-data.ts';

/** The calendars of `data/` by code: for `motcua due`, which needs no database. */
export async function shippedCalendars(root: string): Promise<NamedCalendar> {
  const { officeHours, calendarDays, calendarYears } = await loadReferenceData(join(root, 'data'));
  const records = toCalendarRecords(officeHours, calendarDays, calendarYears);
  const compiled = new Map(records.map(({ code, definition }) => [code, compileCalendar(definition)]));
  return (code) => compiled.get(code);
}
