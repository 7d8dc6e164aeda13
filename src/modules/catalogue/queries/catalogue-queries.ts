import type { QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import type { Result } from '../../../kernel/result.ts';
import type { BulkPreview } from '../core/bulk/bulk-preview.ts';
import type { DecisionEffect, DecisionSummary, DecisionView } from '../core/decisions/decision-views.ts';
import type { ProcedureDecision } from '../core/decisions/procedure-decision.ts';
import type { DraftHistoryLine, DraftSummary, DraftView } from '../core/drafts/draft-views.ts';
import type { Impact } from '../core/impact.ts';
import type { SaidFinding } from '../core/lint/say-finding.ts';
import type { OfficeListInput, SectorWork } from '../core/office-list.ts';
import type { VersionBrief } from '../core/version-brief.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { type Comparison, compareTexts } from './compare-texts.ts';
import { effectOf, getDecision, listDecisions } from './decisions.ts';
import { decisionsOf } from './decisions-of.ts';
import { draftHistory, getDraft, listDrafts } from './drafts.ts';
import { impactOf } from './impact-of.ts';
import { lintTexts } from './lint-texts.ts';
import { listAddresses, type ProcedureAddress } from './list-addresses.ts';
import { listForOffice, type OfficePage, sectorWork } from './list-for-office.ts';
import { type Gap, listGaps } from './list-gaps.ts';
import { listVersions } from './list-versions.ts';
import { mayReadFile } from './may-read-file.ts';
import { previewBulkEdit } from './preview-bulk-edit.ts';
import { createStandingQueries, type StandingQueries } from './standings.ts';

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

/** The queries of the catalogue on a database. */
export function createQueries(deps: CatalogueDeps): CatalogueQueries {
  return {
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
  };
}
