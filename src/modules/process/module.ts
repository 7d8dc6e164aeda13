import type { Id, NewId } from '../../kernel/id.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import type { Connection, Database, Tx } from '../../platform/database.ts';
import type { UnitDirectory } from '../identity/public.ts';
import { loadCalendars } from './commands/load-calendars.ts';
import { loadProcesses } from './commands/load-processes.ts';
import { loadRegimes } from './commands/load-regimes.ts';
import type { DuePromise } from './core/clock/due.ts';
import type { DueRule } from './core/clock/due-rule.ts';
import type { ExtensionRule } from './core/clock/extension.ts';
import { mostParticular, type RegimeMatter } from './core/clock/most-particular.ts';
import { promiseDue } from './core/clock/promise-due.ts';
import { type GroundMatter, groundFor, type SuspensionGround } from './core/clock/suspension-ground.ts';
import type { WorkingCalendar } from './core/clock/working-calendar.ts';
import type { CalendarRecord, Loaded, ProcessRecord, ProcessVersion } from './core/records.ts';
import { type CompiledVersions, getProcessInForce, getProcessVersion } from './queries/get-process.ts';
import { createCalendarDirectory, type UnitCalendar } from './store/calendar-directory.ts';
import { extensionRules } from './store/extension-rules.ts';
import { suspensionGrounds } from './store/suspension-grounds.ts';

/** What the other modules see of process, besides the pure functions above. */
export interface Processes {
  /** Working calendar of a unit on a day: its own office hours, else its parent's, else the default. From memory. */
  calendarOf(unitId: Id<'unit'>, on: PlainDate): UnitCalendar;
  /** A calendar by its code, e.g. `tay-ninh`; undefined when there is none. */
  calendarNamed(code: string): UnitCalendar | undefined;
  /** Reads the calendars again where they changed; at start, after a load, and by the server every half minute. */
  refreshCalendars(): Promise<void>;
  /** The due time promised for a receipt, with its explanation in Vietnamese: stored as it is and never recomputed. */
  promise(calendar: WorkingCalendar, rule: DueRule, receivedAt: Date): Result<DuePromise>;
  /** Refuses with `process.not-found`. */
  getProcessVersion(connection: Connection, id: Id<'processVersion'>): Promise<Result<ProcessVersion>>;
  /** The version a dossier submitted on this day is pinned to. Refuses with `process.none-in-force`. */
  getProcessInForce(
    connection: Connection,
    procedureCode: string,
    on: PlainDate,
    caseKey?: string,
  ): Promise<Result<ProcessVersion>>;
  /** Takes in reference calendars; a changed one becomes a new version and moves no issued promise. */
  loadCalendars(tx: Tx, records: readonly CalendarRecord[], now: Date): Promise<Result<Loaded>>;
  /** The ground as the regime of the day has it for a procedure; undefined when nothing allows the clock to be stopped. */
  findSuspensionGround(connection: Connection, matter: GroundMatter): Promise<SuspensionGround | undefined>;
  /** Further time the regime of the day allows a procedure by reasoned notice; undefined where it allows none. */
  findExtensionRule(connection: Connection, matter: RegimeMatter): Promise<ExtensionRule | undefined>;
  /** Takes in the grounds and extensions of the regimes by their natural keys. */
  loadRegimes: typeof loadRegimes;
  /** Takes in reference processes; a changed one becomes a new version. Refuses a table that cannot run. */
  loadProcesses(tx: Tx, records: readonly ProcessRecord[], now: Date): Promise<Result<Loaded>>;
}

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
    findSuspensionGround: async (connection, matter) =>
      groundFor(await suspensionGrounds(connection), matter),
    findExtensionRule: async (connection, matter) => mostParticular(await extensionRules(connection), matter),
    loadRegimes,
    loadProcesses: (tx, records, now) => loadProcesses(newId, tx, records, now),
  };
}
