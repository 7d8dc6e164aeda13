import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { checkCalendar, daysNotEightHours } from '../core/clock/check-calendar.ts';
import type { CalendarRecord, Loaded } from '../core/records.ts';
import { addCalendarVersion, currentCalendars } from '../store/calendars.ts';

/** Takes in reference calendars; a changed one becomes a new version, one edited in the office is left and named. */
export async function loadCalendars(
  tx: Tx,
  records: readonly CalendarRecord[],
  now: Date,
): Promise<Result<Loaded>> {
  const current = new Map((await currentCalendars(tx)).map((row) => [row.calendar, row]));
  let added = 0;
  let unchanged = 0;
  const differences: string[] = [];
  for (const { code, definition } of records) {
    const fields = checkCalendar(definition);
    if (fields.length > 0)
      return refuse('invalid', 'process.calendar-invalid', { params: { name: code }, fields });
    const hash = createHash('sha256').update(JSON.stringify(definition)).digest('hex');
    const last = current.get(code);
    if (last?.content_hash === hash) unchanged++;
    else if (last?.origin === 'office') differences.push(code);
    else {
      const version = (last?.version ?? 0) + 1;
      await addCalendarVersion(
        tx,
        { calendar: code, version, definition, content_hash: hash, origin: 'reference' },
        now,
      );
      added++;
    }
  }
  const warnings = records.flatMap(({ code, definition }) =>
    daysNotEightHours(definition).map(({ day, minutes }) => `${code} ${day}: ${minutes}`),
  );
  return ok({ added, unchanged, differences, warnings });
}
