import type { NewId } from '../../kernel/id.ts';
import type { Database } from '../../platform/database.ts';
import type { UnitDirectory } from '../identity/public.ts';
import { loadCalendars } from './commands/load-calendars.ts';
import { loadProcesses } from './commands/load-processes.ts';
import { promiseDue } from './core/clock/promise-due.ts';
import type { Processes } from './public.ts';
import { type CompiledVersions, getProcessInForce, getProcessVersion } from './queries/get-process.ts';
import { createCalendarDirectory } from './store/calendar-directory.ts';

export interface ProcessDeps {
  readonly db: Database;
  readonly newId: NewId;
  readonly units: Pick<UnitDirectory, 'unitOn' | 'latest' | 'ancestorsOn'>;
}

/** Builds the module. Calendars are empty until `refreshCalendars` has run once. */
export function createProcess({ db, newId, units }: ProcessDeps): Processes {
  const calendars = createCalendarDirectory(db, units);
  const compiled: CompiledVersions = new Map();
  return {
    calendarOf: calendars.ofUnit,
    calendarNamed: calendars.named,
    refreshCalendars: calendars.refresh,
    promise: promiseDue,
    getProcessVersion: (connection, id) => getProcessVersion(compiled, connection, id),
    getProcessInForce: (connection, code, on, caseKey) =>
      getProcessInForce(compiled, connection, code, on, caseKey),
    loadCalendars,
    loadProcesses: (tx, records, now) => loadProcesses(newId, tx, records, now),
  };
}
