/** The only door of the catalogue: what may be asked of the state, in the version in force on a day. */

export type { ImportReport } from './commands/import-procedures.ts';
export type { Answers } from './core/applies.ts';
export { type ComponentNeed, componentsFor, type NeededComponent } from './core/components-for.ts';
export type {
  Channel,
  CompetentAgency,
  Component,
  Fee,
  ProcedureCase,
  ProcedureContent,
  TimeLimit,
  TimeRule,
} from './core/content.ts';
export { type FeeLine, type FeePart, type FeeQuote, feeFor, type Quantities } from './core/fee-for.ts';
export type { FeeRule, FeeUnit } from './core/fee-rule.ts';
export type { Guide, GuideTime } from './core/guide-for.ts';
export {
  essentialBy,
  type GroupMember,
  type GroupOffer,
  groupOffer,
  type PostOffer,
  paperlessBy,
  postOffer,
} from './core/lists/offered.ts';
export type { OnlineSubmission } from './core/online-submission.ts';
export type { ProcedureBrief } from './core/procedure-brief.ts';
export { type ProcedureRecord, type ProcedureRecordInput, procedureRecord } from './core/procedure-record.ts';
export type { ProcedureVersion, VersionOrigin } from './core/procedure-version.ts';
export { type PublicationRules, publicationRules } from './core/publication-rules.ts';
export { resultTypes } from './core/result-types.ts';
export { doubtWords } from './core/sheets/words.ts';
export type { StepsTold, ToldStep } from './core/steps-told.ts';
export { timeLimitFor } from './core/time-limit-for.ts';
export type { VersionBrief } from './core/version-brief.ts';
export { type Catalogue, createCatalogue } from './module.ts';
export type { Shelf, Shelves } from './queries/browse-procedures.ts';
export type { Comparison } from './queries/compare-texts.ts';
export type { Sector } from './queries/find-sectors.ts';
export type { ProcedurePage, ProcedurePageInput } from './queries/get-procedure-page.ts';
export type { Gap } from './queries/list-gaps.ts';
export type { CatalogueDeps, DossiersOnVersions } from './store/catalogue-deps.ts';
export type { Difference, Published } from './store/publish-records.ts';
