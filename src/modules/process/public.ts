/** The only door of process: the legal clock, working calendars, and the processes dossiers travel through. */
import type { Id } from '../../kernel/id.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import type { Connection, Tx } from '../../platform/database.ts';
import type { DuePromise } from './core/clock/due.ts';
import type { DueRule } from './core/clock/due-rule.ts';
import type { WorkingCalendar } from './core/clock/working-calendar.ts';
import type { CalendarRecord, Loaded, ProcessRecord, ProcessVersion } from './core/records.ts';

export { answerDueLines } from './commands/answer-due-lines.ts';
export { dueAnswerer, type NamedCalendar } from './core/clock/answer-due-line.ts';
export type { CalendarDefinition, DayHours, DayOff, MakeUpDay } from './core/clock/calendar-definition.ts';
export { computeDue } from './core/clock/compute-due.ts';
export type { Due, DueCase, DuePromise, ExplanationLine, Remaining } from './core/clock/due.ts';
export { type DueRule, type DueUnit, dueUnits, onlineAnswerRule } from './core/clock/due-rule.ts';
export { explainDue } from './core/clock/explain-due.ts';
export { officeMinutesBetween } from './core/clock/office-minutes.ts';
export { remainingOf } from './core/clock/remaining.ts';
export { renderExplanation } from './core/clock/render-explanation.ts';
export type { Suspension } from './core/clock/suspension.ts';
export { compileCalendar, type WorkingCalendar } from './core/clock/working-calendar.ts';
export { advance, begin } from './core/flow/advance.ts';
export { compile } from './core/flow/compile.ts';
export { findStep, type ProcessGraph, type StepNode } from './core/flow/process-graph.ts';
export type { ProcessTable } from './core/flow/process-table.ts';
export {
  allowedOutcomes,
  type Outcome,
  type Performer,
  type PerformerUnit,
  type Step,
  type StepKind,
} from './core/flow/step.ts';
export { stepDue } from './core/flow/step-due.ts';
export type { Advance, Decision, StepToOpen, Token } from './core/flow/token.ts';
export type { CalendarRecord, Loaded, ProcessRecord, ProcessVersion } from './core/records.ts';

export { createProcess, type ProcessDeps } from './module.ts';

/** What the other modules see of process, besides the pure functions above. */
export interface Processes {
  /** Working calendar of a unit on a day: its own office hours, else its parent's, else the default. From memory. */
  calendarOf(unitId: Id<'unit'>, on: PlainDate): WorkingCalendar;
  /** A calendar by its code, e.g. `tay-ninh`; undefined when there is none. */
  calendarNamed(code: string): WorkingCalendar | undefined;
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
  /** Takes in reference processes; a changed one becomes a new version. Refuses a table that cannot run. */
  loadProcesses(tx: Tx, records: readonly ProcessRecord[], now: Date): Promise<Result<Loaded>>;
}
