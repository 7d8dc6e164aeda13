/** Wire shapes of the catalogue and the document a version is made of; the browser may import this file. */
export { type BulkEdit, mostAtOnce } from './core/bulk/bulk-edit.ts';
export type { BulkChange, BulkPreview, BulkRefusal } from './core/bulk/bulk-preview.ts';
export { caseFor } from './core/case-for.ts';
export { type ComponentNeed, componentsFor, type NeededComponent } from './core/components-for.ts';
export type {
  Certainty,
  Channel,
  CompetentAgency,
  Component,
  Condition,
  Doubt,
  Fee,
  FeeReduction,
  Interconnection,
  Level,
  ProcedureCase,
  ProcedureContent,
  Question,
  TimeLimit,
  TimeRule,
} from './core/content.ts';
export type { DecisionChange, DecisionKind, DecisionLine } from './core/decisions/decision-inputs.ts';
export type {
  DecisionEffect,
  DecisionLineView,
  DecisionSummary,
  DecisionView,
  LineEffect,
  ListEffect,
  ListLineView,
  NamedVersion,
} from './core/decisions/decision-views.ts';
export type { ProcedureDecision } from './core/decisions/procedure-decision.ts';
export type { TextDifference } from './core/difference/differences.ts';
export type { SideBySideRow } from './core/difference/side-by-side.ts';
export type { PatchOperation } from './core/drafts/apply-patch.ts';
export { diffDocuments } from './core/drafts/diff-documents.ts';
export type { DraftDocument, DraftFaults } from './core/drafts/draft-document.ts';
export type {
  Done,
  DraftComment,
  DraftHistoryLine,
  DraftState,
  DraftSummary,
  DraftView,
} from './core/drafts/draft-views.ts';
export { type MergeConflict, mergeDocuments, placeName } from './core/drafts/merge-documents.ts';
export { type FeeQuote, feeFor } from './core/fee-for.ts';
export type { FeeRule, FeeUnit, ReductionRule } from './core/fee-rule.ts';
export type { Impact } from './core/impact.ts';
export type { ImportEffect, ImportView } from './core/import/import-view.ts';
export type { WrongPlace } from './core/import/wrong-place.ts';
export type { SaidFinding } from './core/lint/say-finding.ts';
export { type ListFacts, type ListName, listNames } from './core/lists/list-entry.ts';
export {
  type Lack,
  lacks,
  type OfficeColumn,
  type OfficeProcedure,
  type OfficeState,
  officeColumns,
  officeStates,
  type SectorWork,
} from './core/office-list.ts';
export type {
  ProcedureRecord,
  ProcedureRecordInput,
  Routing,
  ServiceLevel,
} from './core/procedure-record.ts';
export type { ProcedureText } from './core/procedure-text.ts';
export type { ProcedureVersion } from './core/procedure-version.ts';
export { missingParts, type RequiredPart, requiredParts } from './core/required-parts.ts';
export { resultTypes } from './core/result-types.ts';
export {
  type ServiceStage,
  type Standing,
  type StandingEntry,
  type StandingLevel,
  type StandingRow,
  serviceStages,
  standingLevels,
} from './core/service-standing.ts';
export {
  certaintyWords,
  channelWords,
  dueAtWords,
  feeKindWords,
  feeTypeWords,
  feeUnitWords,
  levelWords,
  modeWords,
  serviceLevelWords,
  timeUnitWords,
} from './core/sheets/words.ts';
export { timeLimitFor } from './core/time-limit-for.ts';
export type { VersionBrief } from './core/version-brief.ts';
export { changesAnswer, procedureAnswer, proceduresAnswer, versionsAnswer } from './core/wire.ts';
export type {
  AnswerKind,
  LinkedReport,
  ReportCount,
  ReportCounts,
  ReportedPart,
  ReportState,
  WrongListReport,
} from './core/wrong-list/report-views.ts';
export { answerKinds, reportedParts } from './core/wrong-list/report-views.ts';
