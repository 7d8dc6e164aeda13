import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Database } from '../../../platform/database.ts';
import type { UnitDirectory } from '../../identity/public.ts';
import { compileCalendar, type WorkingCalendar } from '../core/clock/working-calendar.ts';
import { calendarsRevision, currentCalendars } from './calendars.ts';

/** Calendar of units that name none, nor any unit above them. */
const defaultCalendar = 'tay-ninh';

/** The compiled calendars in memory, found by code or by unit. */
export interface CalendarDirectory {
  named(code: string): WorkingCalendar | undefined;
  /** Throws when the unit's calendar has not been loaded: the reference data is missing. */
  ofUnit(unitId: Id<'unit'>, on: PlainDate): WorkingCalendar;
  /** Reads and compiles again when any calendar has changed. */
  refresh(): Promise<void>;
}

export function createCalendarDirectory(
  db: Database,
  units: Pick<UnitDirectory, 'unitOn' | 'latest' | 'ancestorsOn'>,
): CalendarDirectory {
  let calendars: ReadonlyMap<string, WorkingCalendar> = new Map();
  let revision = '';

  const codeOf = (unitId: Id<'unit'>, on: PlainDate): string => {
    const unit = units.unitOn(unitId, on) ?? units.latest(unitId);
    const above = units.ancestorsOn(unitId, on).find((parent) => parent.officeHours !== undefined);
    return unit?.officeHours ?? above?.officeHours ?? defaultCalendar;
  };

  return {
    named: (code) => calendars.get(code),
    ofUnit(unitId, on) {
      const code = codeOf(unitId, on);
      const calendar = calendars.get(code);
      if (!calendar) throw new Error(`calendar ${code} is not loaded`);
      return calendar;
    },
    async refresh() {
      const newest = await calendarsRevision(db);
      if (newest === revision) return;
      const rows = await currentCalendars(db);
      calendars = new Map(rows.map((row) => [row.calendar, compileCalendar(row.definition)]));
      revision = newest;
    },
  };
}
