import type { CommandContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { applyBulkEdit } from './apply-bulk-edit.ts';
import { attachDecisionFile } from './attach-decision-file.ts';
import { createDraft } from './create-draft.ts';
import { keepListColumns } from './keep-list-columns.ts';
import { type CarriedOut, publishDecision } from './publish-decision.ts';
import {
  abolishProcedure,
  changeDecision,
  changeDecisionLines,
  changeDecisionLists,
  recordDecision,
  recordPublicity,
} from './record-decision.ts';
import { recordStanding } from './record-standing.ts';
import {
  approveDraft,
  commentDraft,
  discardDraft,
  returnDraft,
  submitDraftForReview,
} from './review-draft.ts';
import { saveDraft } from './save-draft.ts';
import { undoDecision } from './undo-decision.ts';

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

/** The commands of the catalogue on a database. */
export function createCommands(deps: CatalogueDeps): CatalogueCommands {
  return {
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
  };
}
