import type { FastifyInstance } from 'fastify';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../kernel/id.ts';
import type { Page } from '../../kernel/page.ts';
import { type PlainDate, plainDateOf } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import type { Connection } from '../../platform/database.ts';
import { applyBulkEdit } from './commands/apply-bulk-edit.ts';
import { attachDecisionFile } from './commands/attach-decision-file.ts';
import { createDraft } from './commands/create-draft.ts';
import { type ImportChoice, type ImportReport, importProcedures } from './commands/import-procedures.ts';
import { keepListColumns } from './commands/keep-list-columns.ts';
import { loadProcedures } from './commands/load-procedures.ts';
import { type CarriedOut, publishDecision } from './commands/publish-decision.ts';
import {
  abolishProcedure,
  changeDecision,
  changeDecisionLines,
  changeDecisionLists,
  recordDecision,
  recordPublicity,
} from './commands/record-decision.ts';
import { recordStanding } from './commands/record-standing.ts';
import { createReportActs } from './commands/report-acts.ts';
import {
  approveDraft,
  commentDraft,
  discardDraft,
  returnDraft,
  submitDraftForReview,
} from './commands/review-draft.ts';
import { saveDraft } from './commands/save-draft.ts';
import { type SettleImportInput, settleImport } from './commands/settle-import.ts';
import { undoDecision } from './commands/undo-decision.ts';
import type { BulkPreview } from './core/bulk/bulk-preview.ts';
import type { DecisionEffect, DecisionSummary, DecisionView } from './core/decisions/decision-views.ts';
import type { ProcedureDecision } from './core/decisions/procedure-decision.ts';
import type { DraftHistoryLine, DraftSummary, DraftView } from './core/drafts/draft-views.ts';
import type { Impact } from './core/impact.ts';
import type { ImportView } from './core/import/import-view.ts';
import type { SaidFinding } from './core/lint/say-finding.ts';
import type { OfficeListInput, SectorWork } from './core/office-list.ts';
import type { ProcedureBrief } from './core/procedure-brief.ts';
import type { ProcedureRecord } from './core/procedure-record.ts';
import type { ProcedureVersion } from './core/procedure-version.ts';
import type { VersionBrief } from './core/version-brief.ts';
import type { WrongLists } from './core/wrong-list/wrong-lists.ts';
import { browseProcedures, type Shelves } from './queries/browse-procedures.ts';
import { type Comparison, compareTexts } from './queries/compare-texts.ts';
import { effectOf, getDecision, listDecisions } from './queries/decisions.ts';
import { decisionsOf } from './queries/decisions-of.ts';
import { draftHistory, getDraft, listDrafts } from './queries/drafts.ts';
import { type ExportInput, exportRecords } from './queries/export-records.ts';
import { type FindProceduresInput, findProcedures } from './queries/find-procedures.ts';
import { findSectors, type Sector } from './queries/find-sectors.ts';
import { getImport, type ImportBrief, listImports } from './queries/get-import.ts';
import {
  getProcedurePage,
  type ProcedurePage,
  type ProcedurePageInput,
} from './queries/get-procedure-page.ts';
import { impactOf } from './queries/impact-of.ts';
import { lintTexts } from './queries/lint-texts.ts';
import { listAddresses, type ProcedureAddress } from './queries/list-addresses.ts';
import { listForOffice, type OfficePage, sectorWork } from './queries/list-for-office.ts';
import { type Gap, listGaps } from './queries/list-gaps.ts';
import { listVersions } from './queries/list-versions.ts';
import { mayReadFile } from './queries/may-read-file.ts';
import { previewBulkEdit } from './queries/preview-bulk-edit.ts';
import { createReportReads } from './queries/report-reads.ts';
import { createStandingQueries, type StandingQueries } from './queries/standings.ts';
import { registerExportRoute } from './routes/export-route.ts';
import { registerImportRoute } from './routes/import-route.ts';
import { registerProcedureRoutes } from './routes/procedure-routes.ts';
import type { CatalogueDeps } from './store/catalogue-deps.ts';
import { getVersion, getVersionInForce } from './store/find-version.ts';
import type { Published } from './store/publish-records.ts';
import { readImportFile } from './store/read-import-file.ts';

/** What the other modules see of the catalogue. `db` is a connection or the caller's transaction. */
export interface Catalogue {
  /** The version a dossier is pinned to; refuses `catalogue.version-not-found`. */
  getVersion(
    db: Connection,
    jurisdiction: Jurisdiction,
    id: Id<'procedureVersion'>,
    /** Then as the lists of that day apply it (shorter and cheaper online, post, paperless); else as published. */
    on?: PlainDate,
  ): Promise<Result<ProcedureVersion>>;
  /**
   * The version in force on the day; refuses `catalogue.procedure-not-found` (no such code) or
   * `catalogue.not-in-force` (known, but none in force that day).
   */
  getVersionInForce(
    db: Connection,
    jurisdiction: Jurisdiction,
    code: string,
    on: PlainDate,
  ): Promise<Result<ProcedureVersion>>;
  /** For pages: the version a draft or dossier is pinned to, as applied today or on a day. */
  readVersion(ctx: QueryContext, id: string, on?: PlainDate): Promise<Result<ProcedureVersion>>;
  /** A page of the procedures in force today or on a day, best matches or commonest first; keyset cursor. */
  findProcedures(ctx: QueryContext, input: FindProceduresInput): Promise<Result<Page<ProcedureBrief>>>;
  /** What the public page shows: the version, the guide to one matter, and whether it can be submitted online. */
  getProcedurePage(ctx: QueryContext, input: ProcedurePageInput): Promise<Result<ProcedurePage>>;
  /** The sectors to filter by. */
  findSectors(ctx: QueryContext): Promise<readonly Sector[]>;
  /** The shelves to browse by: life events, sectors, levels, competent agencies, with how many are on each. */
  browseProcedures(ctx: QueryContext): Promise<Shelves>;
  /** Loads `{ procedures, synonyms?, lifeEvents? }` of the reference data; again changes nothing. Throws where it does not parse. */
  loadProcedures(ctx: CommandContext, records: unknown): Promise<Result<Published>>;
  /** What the procedure-control office writes; see `CatalogueCommands`. */
  readonly commands: CatalogueCommands;
  /** What it reads; see `CatalogueQueries`. */
  readonly queries: CatalogueQueries;
  /** "Báo danh mục sai"; see `WrongLists`. */
  readonly wrongLists: WrongLists;
  /** `motcua catalogue import FILE`: JSON or a workbook. Throws when the file is not there. */
  importProcedures(ctx: CommandContext, file: string, choice?: ImportChoice): Promise<Result<ImportReport>>;
  /** Files that come in: read first, then taken in or laid aside. */
  readonly imports: {
    get(ctx: QueryContext, importId: string): Promise<Result<ImportView>>;
    /** The latest, newest first. */
    list(ctx: QueryContext): Promise<Result<readonly ImportBrief[]>>;
    settle(ctx: CommandContext, input: SettleImportInput): Promise<Result<{ state: ImportView['state'] }>>;
  };
  /** The procedures in force on a day as records of an import. */
  exportRecords(ctx: QueryContext, input: ExportInput): Promise<Result<readonly ProcedureRecord[]>>;
  /** `GET /api/v1/procedures` and `/api/v1/procedures/:code`; the office's import and downloads. */
  registerRoutes(server: FastifyInstance): Promise<void>;
}

type Versioned = Promise<Result<{ readonly version: number }>>;

/**
 * Each takes its input unparsed (the shapes are in `core/drafts/draft-inputs.ts` and `core/decisions/decision-inputs.ts`), authorises on `ctx.actor` (`catalogue.edit`, `.approve`,
 * `.publish`), runs in one transaction and is harmless to repeat with the same `ctx.requestId`.
 */
export interface CatalogueCommands {
  /** `createDraftInput`: blank, a clone, or on top of a version. Refuses `catalogue.draft-exists`. */
  createDraft(
    ctx: CommandContext,
    input: unknown,
  ): Promise<Result<{ readonly draftId: string; readonly version: number }>>;
  /** `saveDraftInput`: JSON Patch on the version seen. Refuses `catalogue.draft-changed` with who, when and which places. */
  saveDraft(ctx: CommandContext, input: unknown): Versioned;
  /**
   * `applyBulkEditInput`: one edit of many procedures as previewed, each a draft on one decision; all or none. Refuses
   * `catalogue.bulk-changed`, `catalogue.bulk-nothing`.
   */
  applyBulkEdit(
    ctx: CommandContext,
    input: unknown,
  ): Promise<Result<{ readonly decisionId: string; readonly drafts: number }>>;
  /** `commentDraftInput`. */
  commentDraft(ctx: CommandContext, input: unknown): Promise<Result<{ readonly commentId: string }>>;
  /** `submitDraftForReviewInput`. Refuses `catalogue.draft-incomplete` with every missing place. */
  submitDraftForReview(ctx: CommandContext, input: unknown): Versioned;
  /** `returnDraftInput`: back to writing, each reason at its place. */
  returnDraft(ctx: CommandContext, input: unknown): Versioned;
  /** `approveDraftInput`. Refuses `catalogue.own-draft` to its writers. */
  approveDraft(ctx: CommandContext, input: unknown): Versioned;
  /** `discardDraftInput`. */
  discardDraft(ctx: CommandContext, input: unknown): Versioned;
  /** `recordDecisionInput`. Refuses `catalogue.decision-known`, `catalogue.lines-wrong`. */
  recordDecision(
    ctx: CommandContext,
    input: unknown,
  ): Promise<Result<{ readonly decisionId: string; readonly version: number }>>;
  /** `changeDecisionInput`, until it is carried out. */
  changeDecision(ctx: CommandContext, input: unknown): Versioned;
  /** `changeDecisionLinesInput`: all lines anew. */
  changeDecisionLines(ctx: CommandContext, input: unknown): Versioned;
  /** `changeDecisionListsInput`: all changes of lists anew. */
  changeDecisionLists(ctx: CommandContext, input: unknown): Versioned;
  /** `attachDecisionFileInput`: the signed paper, until it is carried out. */
  attachDecisionFile(ctx: CommandContext, input: unknown): Versioned;
  /** `abolishProcedureInput`: adds to a decision that it ends a procedure. */
  abolishProcedure(ctx: CommandContext, input: unknown): Versioned;
  /** `recordStandingInput`: one of the four values of the level of service from a day on, with its reason. */
  recordStanding(ctx: CommandContext, input: unknown): Promise<Result<{ readonly standingId: string }>>;
  /** `recordPublicityInput`: công khai and niêm yết, also afterwards. */
  recordPublicity(ctx: CommandContext, input: unknown): Versioned;
  /** `publishDecisionInput`: carries it out whole from a day, with the `effect` that was shown. */
  publishDecision(ctx: CommandContext, input: unknown): Promise<Result<CarriedOut>>;
  /** `undoDecisionInput`: takes it back before its day, with a reason; it is open again. */
  undoDecision(ctx: CommandContext, input: unknown): Versioned;
  /** `keepListColumnsInput`: what one sees of `listForOffice`, each their own. */
  keepListColumns(ctx: CommandContext, input: unknown): Promise<Result<null>>;
}

/** For the procedure-control office (`catalogue.edit`); versions and their comparison are for everybody. */
export interface CatalogueQueries extends StandingQueries {
  /** `{ state?, code?, after?, limit? }`, latest changed first. */
  listDrafts(ctx: QueryContext, input: unknown): Promise<Result<Page<DraftSummary>>>;
  getDraft(ctx: QueryContext, draftId: string): Promise<Result<DraftView>>;
  /** `{ draftId, pointer?, after?, limit? }`: who changed what, latest first. */
  draftHistory(ctx: QueryContext, input: unknown): Promise<Result<Page<DraftHistoryLine>>>;
  /** `{ kind?, open?, after?, limit? }`, latest first. */
  listDecisions(ctx: QueryContext, input: unknown): Promise<Result<Page<DecisionSummary>>>;
  getDecision(ctx: QueryContext, decisionId: string): Promise<Result<DecisionView>>;
  /** Every decision that touches a procedure, with the versions that rest on it, latest first. */
  decisionsOf(ctx: QueryContext, code: string): Promise<Result<readonly ProcedureDecision[]>>;
  /** Whether the caller may read the file because it is the paper of a decision. */
  mayReadFile(ctx: QueryContext, fileId: string): Promise<boolean>;
  /** `effectOfInput`: everything the decision would change from the day, and what stands in its way. */
  effectOf(ctx: QueryContext, input: unknown): Promise<Result<DecisionEffect>>;
  /**
   * `{ before, after }`, each `{ versionId }`, `{ draftId }` or `{ national: code }`: what differs, as sentences and
   * side by side.
   */
  compareTexts(ctx: QueryContext, input: unknown): Promise<Result<Comparison>>;
  /** The procedures in force today with the day their page last changed: the site map. Public. */
  listAddresses(ctx: QueryContext): Promise<readonly ProcedureAddress[]>;
  /** `{ of: { draftId } | { decisionId }, codes? }`: open dossiers, form, processes, templates, fees and units it touches. */
  impactOf(ctx: QueryContext, input: unknown): Promise<Result<readonly Impact[]>>;
  /** `{ of: { draftId } | { versionId }, on? }`: why it is not published as it is, each reason with place and sentence. */
  lint(ctx: QueryContext, input: unknown): Promise<Result<readonly SaidFinding[]>>;
  /** `{ gap: 'process' | 'fee' | 'unchecked', sector?, unitKey?, after?, limit? }`: what is in force today and lacks it. */
  listGaps(ctx: QueryContext, input: unknown): Promise<Result<Page<Gap>>>;
  /** All procedures for those who keep the catalogue, `officeListInput`. */
  listForOffice(ctx: QueryContext, input: OfficeListInput): Promise<Result<OfficePage>>;
  /** `previewBulkEditInput`: what the edit would do to each, and which it leaves and why. */
  previewBulkEdit(ctx: QueryContext, input: unknown): Promise<Result<BulkPreview>>;
  /** What is to be done, by sector. */
  sectorWork(ctx: QueryContext): Promise<Result<readonly SectorWork[]>>;
  /** All versions of a procedure, latest days first. */
  listVersions(ctx: QueryContext, code: string): Promise<Result<readonly VersionBrief[]>>;
}

/** Builds the catalogue on a database. */
export function createCatalogue(deps: CatalogueDeps): Catalogue {
  return {
    getVersion,
    getVersionInForce,
    readVersion: (ctx, id, on = plainDateOf(ctx.now)) =>
      getVersion(deps.db, ctx.jurisdiction, id as Id<'procedureVersion'>, on),
    findProcedures: (ctx, input) => findProcedures(deps, ctx, input),
    getProcedurePage: (ctx, input) => getProcedurePage(deps, ctx, input),
    findSectors: (ctx) => findSectors(deps, ctx),
    browseProcedures: (ctx) => browseProcedures(deps, ctx),
    loadProcedures: (ctx, records) => loadProcedures(deps, ctx, records),
    commands: {
      createDraft: (ctx, input) => createDraft(deps, ctx, input),
      saveDraft: (ctx, input) => saveDraft(deps, ctx, input),
      applyBulkEdit: (ctx, input) => applyBulkEdit(deps, ctx, input),
      commentDraft: (ctx, input) => commentDraft(deps, ctx, input),
      submitDraftForReview: (ctx, input) => submitDraftForReview(deps, ctx, input),
      returnDraft: (ctx, input) => returnDraft(deps, ctx, input),
      approveDraft: (ctx, input) => approveDraft(deps, ctx, input),
      discardDraft: (ctx, input) => discardDraft(deps, ctx, input),
      recordDecision: (ctx, input) => recordDecision(deps, ctx, input),
      changeDecision: (ctx, input) => changeDecision(deps, ctx, input),
      changeDecisionLines: (ctx, input) => changeDecisionLines(deps, ctx, input),
      changeDecisionLists: (ctx, input) => changeDecisionLists(deps, ctx, input),
      attachDecisionFile: (ctx, input) => attachDecisionFile(deps, ctx, input),
      abolishProcedure: (ctx, input) => abolishProcedure(deps, ctx, input),
      recordStanding: (ctx, input) => recordStanding(deps, ctx, input),
      recordPublicity: (ctx, input) => recordPublicity(deps, ctx, input),
      publishDecision: (ctx, input) => publishDecision(deps, ctx, input),
      undoDecision: (ctx, input) => undoDecision(deps, ctx, input),
      keepListColumns: (ctx, input) => keepListColumns(deps, ctx, input),
    },
    queries: {
      listDrafts: (ctx, input) => listDrafts(deps, ctx, input),
      getDraft: (ctx, draftId) => getDraft(deps, ctx, draftId),
      draftHistory: (ctx, input) => draftHistory(deps, ctx, input),
      listDecisions: (ctx, input) => listDecisions(deps, ctx, input),
      getDecision: (ctx, decisionId) => getDecision(deps, ctx, decisionId),
      decisionsOf: (ctx, code) => decisionsOf(deps, ctx, code),
      mayReadFile: (ctx, fileId) => mayReadFile(deps, ctx, fileId),
      effectOf: (ctx, input) => effectOf(deps, ctx, input),
      compareTexts: (ctx, input) => compareTexts(deps, ctx, input),
      listAddresses: (ctx) => listAddresses(deps, ctx),
      impactOf: (ctx, input) => impactOf(deps, ctx, input),
      lint: (ctx, input) => lintTexts(deps, ctx, input),
      listGaps: (ctx, input) => listGaps(deps, ctx, input),
      listForOffice: (ctx, input) => listForOffice(deps, ctx, input),
      previewBulkEdit: (ctx, input) => previewBulkEdit(deps, ctx, input),
      sectorWork: (ctx) => sectorWork(deps, ctx),
      ...createStandingQueries(deps),
      listVersions: (ctx, code) => listVersions(deps, ctx, code),
    },
    wrongLists: { ...createReportActs(deps), ...createReportReads(deps) },
    importProcedures: (ctx, file, choice) =>
      importProcedures(deps, ctx, (today) => readImportFile(file, today), choice),
    imports: {
      get: (ctx, importId) => getImport(deps, ctx, importId),
      list: (ctx) => listImports(deps, ctx),
      settle: (ctx, input) => settleImport(deps, ctx, input),
    },
    exportRecords: (ctx, input) => exportRecords(deps, ctx, input),
    registerRoutes: async (server) => {
      registerProcedureRoutes(server, deps);
      registerExportRoute(server, deps);
      await registerImportRoute(server, deps);
    },
  };
}
