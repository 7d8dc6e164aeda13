/** The only door of process: the legal clock, working calendars, and the processes dossiers travel through. */
export { answerDueLines } from './commands/answer-due-lines.ts';
export { type BpmnReport, readBpmn } from './core/bpmn/read-bpmn.ts';
export type { Diagram, DiagramEntry } from './core/bpmn/reading.ts';
export { dueAnswerer, type NamedCalendar } from './core/clock/answer-due-line.ts';
export type { CalendarDefinition, DayHours, DayOff, MakeUpDay } from './core/clock/calendar-definition.ts';
export {
  calendarDraftInput,
  type SaveCalendarInput,
  saveCalendarInput,
} from './core/clock/calendar-input.ts';
export { checkCalendar, daysNotEightHours } from './core/clock/check-calendar.ts';
export {
  type ClockStanding,
  clockStanding,
  explainStanding,
  stoppedSince,
} from './core/clock/clock-standing.ts';
export { computeDue } from './core/clock/compute-due.ts';
export type { Due, DueCase, DuePromise, ExplanationLine, Remaining } from './core/clock/due.ts';
export { type DueRule, type DueUnit, dueUnits, onlineAnswerRule } from './core/clock/due-rule.ts';
export { type Extension, type ExtensionRule, promiseDay, promiseExtension } from './core/clock/extension.ts';
export { type HeldMinutes, heldMinutes } from './core/clock/held-minutes.ts';
export { officeMinutesBetween } from './core/clock/office-minutes.ts';
export { renderExplanation } from './core/clock/render-explanation.ts';
export type { Suspension } from './core/clock/suspension.ts';
export type { GroundMatter, SuspensionGround, WaitingStatus } from './core/clock/suspension-ground.ts';
export { compileCalendar, type WorkingCalendar } from './core/clock/working-calendar.ts';
export { draftRow } from './core/editing/draft-content.ts';
export type { ProcessTemplate } from './core/editing/template.ts';
export { advance, begin } from './core/flow/advance.ts';
export { compile } from './core/flow/compile.ts';
export type { Performer, PerformerUnit } from './core/flow/performer.ts';
export {
  findStep,
  findWait,
  type ProcessGraph,
  type StepNode,
  type WaitNode,
} from './core/flow/process-graph.ts';
export type { ProcessTable } from './core/flow/process-table.ts';
export type { Rule } from './core/flow/rule.ts';
export type {
  Choice,
  Outcome,
  PerformedStep,
  Precondition,
  Step,
  StepKind,
  Wait,
  WaitStep,
} from './core/flow/step.ts';
export { allowedOutcomes } from './core/flow/step.ts';
export { stepDue } from './core/flow/step-due.ts';
export type { StepTimer, TimerAt } from './core/flow/step-timer.ts';
export { type TimedTimer, timersOf } from './core/flow/timers-of.ts';
export type {
  Advance,
  Decision,
  ProcessFacts,
  StepToOpen,
  Token,
  WaitToOpen,
} from './core/flow/token.ts';
export type { WarningShare } from './core/flow/warning-share.ts';
export type { PerformerPhrase } from './core/paste/performer-dictionary.ts';
export {
  findStepsWithoutPerformer,
  type StepGap,
  unitOfPerformer,
} from './core/performers/steps-without-performer.ts';
export type { CalendarRecord, Loaded, ProcessRecord, ProcessVersion } from './core/records.ts';
export { createProcess, type ProcessDeps, type ProcessEditing, type Processes } from './module.ts';
export type { CalendarBrief, CalendarVersionView } from './queries/calendar-history.ts';
export type { DraftBrief, DraftView } from './queries/process-drafts.ts';
export type { ProcessBrief } from './queries/process-versions.ts';
export type { UnitCalendar } from './store/calendar-directory.ts';
