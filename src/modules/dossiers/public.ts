/** The only door of dossiers: requests travelling under one code, from draft to result. */
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../kernel/id.ts';
import type { Page } from '../../kernel/page.ts';
import type { Result } from '../../kernel/result.ts';
import type { Tx } from '../../platform/database.ts';
import type {
  AcceptedDossier,
  CitizenDossierView,
  CounterView,
  DossierSummary,
  DraftSummary,
  DraftView,
  FoundDossier,
  InboxRow,
  LookedUpDossier,
  OfficeDossierView,
  Queue,
  SubmittedDossier,
  UnitLabel,
} from './contract.ts';
import type { CodePatternRecord } from './core/code-pattern-record.ts';

export * from './contract.ts';
export type { CodePatternRecord } from './core/code-pattern-record.ts';
export type { DossierEvent, DossierEventType } from './core/events.ts';
export { nationalStatus } from './core/life-cycle.ts';
export { createDossiers } from './module.ts';

/** Whom to tell about a dossier, and how to name it. */
export interface Submitter {
  readonly accountId: Id<'account'>;
  readonly code: string;
  readonly procedureName: string;
}

/**
 * Commands take the wire shape of `contract.ts` unparsed (`unknown` is parsed at the door), authorise on
 * `ctx.actor`, run in one transaction and are harmless to repeat with the same `ctx.requestId` (from the form's hidden field).
 */
export interface Dossiers {
  readonly commands: {
    /** `startDraftInput`. Refuses a procedure without process or form, or a unit without officers. */
    startDraft(ctx: CommandContext, input: unknown): Promise<Result<{ readonly draftId: string }>>;
    /** `saveDraftInput`. Keeps half-filled answers as they are; nothing is validated but the shape. */
    saveDraft(
      ctx: CommandContext,
      input: unknown,
    ): Promise<Result<{ readonly version: number; readonly savedAt: string }>>;
    /** `attachFilesInput`. The files must have been uploaded by the same account. */
    attachDraftFiles(ctx: CommandContext, input: unknown): Promise<Result<{ readonly version: number }>>;
    /** `detachFileInput`. */
    detachDraftFile(ctx: CommandContext, input: unknown): Promise<Result<{ readonly version: number }>>;
    /** `draftInput`. Moves the draft to the versions in force today, keeping what was filled in. */
    renewDraft(ctx: CommandContext, input: unknown): Promise<Result<{ readonly version: number }>>;
    /** `draftInput`. */
    discardDraft(ctx: CommandContext, input: unknown): Promise<Result<null>>;
    /** `submitDraftInput`. Status 1; the legal clock has not started, the office's 8-working-hour answer clock has. */
    submitDraft(ctx: CommandContext, input: unknown): Promise<Result<SubmittedDossier>>;
    /** `acceptDossierInput`. Status 2: promise, register serial, receipt letter, first step. */
    acceptDossier(ctx: CommandContext, input: unknown): Promise<Result<AcceptedDossier>>;
    /** `refuseIntakeInput`. Status 3, before acceptance only. */
    refuseIntake(ctx: CommandContext, input: unknown): Promise<Result<SubmittedDossier>>;
    /** `registerWalkInInput`. Intake and acceptance at once. */
    registerWalkIn(ctx: CommandContext, input: unknown): Promise<Result<AcceptedDossier>>;
    /** `settleAtCounterInput`. Intake to handed-over result in one go, where the procedure allows it. */
    settleAtCounter(ctx: CommandContext, input: unknown): Promise<Result<AcceptedDossier>>;
    /** `takeUpTaskInput`. The first step taken up makes status 4. */
    takeUpTask(ctx: CommandContext, input: unknown): Promise<Result<null>>;
    /** `attachResultFilesInput`. */
    attachResultFiles(ctx: CommandContext, input: unknown): Promise<Result<null>>;
    /** `completeTaskInput`. Of two officers one wins; the other gets `dossiers.task-already-done` with who and when. */
    completeTask(ctx: CommandContext, input: unknown): Promise<Result<{ readonly dossierId: string }>>;
    /** Takes in how codes are written; wrong data throws. */
    loadCodePatterns(
      tx: Tx,
      jurisdiction: Jurisdiction,
      records: readonly CodePatternRecord[],
    ): Promise<void>;
  };
  readonly queries: {
    /** Agencies a citizen may send a procedure to today. */
    competentUnits(ctx: QueryContext, procedureCode: string): Promise<Result<readonly UnitLabel[]>>;
    getDraft(ctx: QueryContext, draftId: string): Promise<Result<DraftView>>;
    listDrafts(ctx: QueryContext): Promise<readonly DraftSummary[]>;
    listMyDossiers(ctx: QueryContext, cursor?: string): Promise<Result<Page<DossierSummary>>>;
    getMyDossier(ctx: QueryContext, dossierId: string): Promise<Result<CitizenDossierView>>;
    /** `lookUpInput`. Refuses `dossiers.look-up-failed` alike for a wrong code and a wrong fact; `too-many` after five. */
    lookUp(ctx: QueryContext, input: unknown): Promise<Result<LookedUpDossier>>;
    inbox(ctx: QueryContext, queue: Queue, cursor?: string): Promise<Result<Page<InboxRow>>>;
    /** Open tasks per queue within the officer's units, counted up to 1,000. */
    queueCounts(ctx: QueryContext): Promise<Readonly<Record<Queue, number>>>;
    getOfficeDossier(ctx: QueryContext, dossierId: string): Promise<Result<OfficeDossierView>>;
    /** By code, foreign code, owner's name (accent-blind) within the officer's units. */
    search(ctx: QueryContext, text: string): Promise<Result<readonly FoundDossier[]>>;
    /** `{ procedureCode, competentUnitId? }`: where and for whom an officer at a counter may receive it. */
    counter(ctx: QueryContext, input: unknown): Promise<Result<CounterView>>;
    /** The account that submitted a dossier, for telling it what happens; undefined for a walk-in. */
    submitterOf(jurisdiction: Jurisdiction, dossierId: string): Promise<Submitter | undefined>;
    /** Whether the actor may read the file because of a draft or dossier it belongs to. */
    mayReadFile(ctx: QueryContext, fileId: Id<'file'>): Promise<boolean>;
  };
}
