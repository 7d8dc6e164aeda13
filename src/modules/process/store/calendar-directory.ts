import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Connection, Database } from '../../../platform/database.ts';
import type { UnitDirectory } from '../../identity/public.ts';
import { compileCalendar, type WorkingCalendar } from '../core/clock/working-calendar.ts';
import { calendarsRevision, currentCalendars, findCalendarVersion } from './calendars.ts';

/** Calendar of units that name none, nor any unit above them. */
const defaultCalendar = 'tay-ninh';

/** A compiled calendar and which version of which it is. */
export interface UnitCalendar extends WorkingCalendar {
  readonly code: string;
  readonly version: number;
}

/** The compiled calendars in memory, found by code or by unit. */
export interface CalendarDirectory {
  named(code: string): UnitCalendar | undefined;
  /** Throws when the unit's calendar has not been loaded: the reference data is missing. */
  ofUnit(unitId: Id<'unit'>, on: PlainDate): UnitCalendar;
  /** One version of a calendar; from memory when it is the one in use. */
  version(connection: Connection, code: string, version: number): Promise<UnitCalendar | undefined>;
  /** Reads and compiles again when any calendar has changed. */
  refresh(): Promise<void>;
}

export function createCalendarDirectory(
  db: Database,
  units: Pick<UnitDirectory, 'unitOn' | 'latest' | 'ancestorsOn'>,
): CalendarDirectory {
  let calendars: ReadonlyMap<string, UnitCalendar> = new Map();
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
    async version(connection, code, version) {
      const current = calendars.get(code);
      if (current?.version === version) return current;
      const definition = await findCalendarVersion(connection, code, version);
      return definition && { ...compileCalendar(definition), code, version };
    },
    async refresh() {
      const newest = await calendarsRevision(db);
      if (newest === revision) return;
      const rows = await currentCalendars(db);
      calendars = new Map(
        rows.map(({ calendar: code, version, definition }) => [
          code,
          { ...compileCalendar(definition), code, version },
        ]),
      );
      revision = newest;
    },
  };
}
