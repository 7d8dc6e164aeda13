import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../kernel/id.ts';
import type { Page } from '../../kernel/page.ts';
import type { Result } from '../../kernel/result.ts';
import type { Tx } from '../../platform/database.ts';
import type { InfectedListener } from '../documents/public.ts';
import type { DossierFacts, KeptDossiers } from '../privacy/public.ts';
import { acceptDossier } from './commands/accept-dossier.ts';
import { assignTask } from './commands/assign-task.ts';
import { attachResultFiles } from './commands/attach-result-files.ts';
import { bulk } from './commands/bulk.ts';
import { changeCalendar } from './commands/change-calendar.ts';
import { completeTask } from './commands/complete-task.ts';
import { createDossierFacts } from './commands/correct-party.ts';
import { decideSplit } from './commands/decide-split.ts';
import { createDraftActs, type DraftActs } from './commands/draft-acts.ts';
import { createKeptDossiers } from './commands/erase-dossier.ts';
import { handOver } from './commands/hand-over.ts';
import { loadCodePatterns } from './commands/load-code-patterns.ts';
import { apologise, extendDeadline } from './commands/promise-anew.ts';
import { refuseIntake } from './commands/refuse-intake.ts';
import { registerWalkIn } from './commands/register-walk-in.ts';
import { releaseTask } from './commands/release-task.ts';
import { saveQueueChoice } from './commands/save-queue-choice.ts';
import { settleAtCounter } from './commands/settle-at-counter.ts';
import { createStepActs, type StepActs } from './commands/step-acts.ts';
import { endSubstitution, substitute } from './commands/substitute.ts';
import { resumeClock, suspendClock } from './commands/suspend-clock.ts';
import { takeUpTask } from './commands/take-up-task.ts';
import type {
  AcceptedDossier,
  BulkOutcome,
  CalendarPreview,
  ChangedCalendar,
  CitizenDossierView,
  ClockPageView,
  CounterView,
  DossierSummary,
  DraftSummary,
  DraftView,
  FoundDossier,
  HandedOver,
  InboxRow,
  LatePage,
  LookedUpDossier,
  NewDate,
  OfficeDossierView,
  Queue,
  QueueChoice,
  QueueFacets,
  QueueScope,
  SubmittedDossier,
  UnitLabel,
  UnlistedAsks,
} from './contract.ts';
import type { CodePatternRecord } from './core/code-pattern-record.ts';
import type { Splits } from './core/splits.ts';
import type { AskedFromBelow } from './queries/asked-from-below.ts';
import { type AuditReads, createAuditReads } from './queries/audit-subjects.ts';
import { clockPage } from './queries/clock-page.ts';
import { listCompetentUnits } from './queries/competent-units.ts';
import { counterView } from './queries/counter.ts';
import { getDraft, listDrafts } from './queries/drafts.ts';
import { type GapReads, gapReads } from './queries/gap-reads.ts';
import { createHelpedReads, type HelpedReads } from './queries/helped-reads.ts';
import { type InboxOptions, inbox } from './queries/inbox.ts';
import { type LateOptions, lateDossiers } from './queries/late-dossiers.ts';
import { lookUp } from './queries/look-up.ts';
import { isClosedFile, mayReadFile } from './queries/may-read-file.ts';
import { getMyDossier, listMyDossiers } from './queries/my-dossiers.ts';
import { getOfficeDossier } from './queries/office-dossier.ts';
import { openOnVersions, openUnderVersion } from './queries/open-on-versions.ts';
import { createPersonalData, type DossierPersonalData } from './queries/personal-data.ts';
import { createPostalReads, type PostalReads } from './queries/postal-reads.ts';
import { previewCalendar } from './queries/preview-calendar.ts';
import { queueCounts } from './queries/queue-counts.ts';
import { queueFacets } from './queries/queue-facets.ts';
import { searchDossiers } from './queries/search.ts';
import { stepsNobodyCanDo } from './queries/steps-nobody-can-do.ts';
import { type Submitter, submitterOf } from './queries/submitter-of.ts';
import { type TeamQueries, teamQueries } from './queries/team-queries.ts';
import { undecidedSplits } from './queries/undecided-splits.ts';
import { unitWork } from './queries/unit-work.ts';
import { unlistedAsks } from './queries/unlisted-asks.ts';
import type { DossierDeps } from './store/deps.ts';
import { findQueueChoice } from './store/queue-choices.ts';
import { createJobs, type Jobs } from './tasks/jobs.ts';
import { markInfected } from './tasks/mark-infected.ts';

/**
 * Commands take the wire shape of `contract.ts` unparsed (`unknown` is parsed at the door), authorise on
 * `ctx.actor`, run in one transaction and are harmless to repeat with the same `ctx.requestId` (from the form's hidden field).
 */
export interface Dossiers {
  readonly commands: DraftActs &
    StepActs & {
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
      /** `releaseTaskInput`. Back to the group, or to the head where the head gives it out. */
      releaseTask(ctx: CommandContext, input: unknown): Promise<Result<null>>;
      /** `assignTaskInput`. By the head of the section or the leader; from somebody else only with a reason. */
      assignTask(ctx: CommandContext, input: unknown): Promise<Result<null>>;
      /** `bulkInput`. Each ticked task decided on its own; the outcome lists them all. */
      bulk(ctx: CommandContext, input: unknown): Promise<Result<BulkOutcome>>;
      /** `handOverInput`. All open tasks of one person in a unit; the worker goes on with a large one. */
      handOver(ctx: CommandContext, input: unknown): Promise<Result<HandedOver>>;
      /** `substituteInput`. "Phân công xử lý thay" by dates; lends no signature. */
      substitute(ctx: CommandContext, input: unknown): Promise<Result<{ readonly substitutionId: string }>>;
      /** `endSubstitutionInput`. */
      endSubstitution(ctx: CommandContext, input: unknown): Promise<Result<null>>;
      /** `saveQueueChoiceInput`. Filter, order and columns of a queue, each officer's own. */
      saveQueueChoice(ctx: CommandContext, input: unknown): Promise<Result<null>>;
      /** `attachResultFilesInput`. */
      attachResultFiles(ctx: CommandContext, input: unknown): Promise<Result<null>>;
      /** `completeTaskInput`. Of two officers one wins; the other gets `dossiers.task-already-done` with who and when. */
      completeTask(ctx: CommandContext, input: unknown): Promise<Result<{ readonly dossierId: string }>>;
      /** `suspendClockInput`. By whoever holds an open step or leads the agency that decides. */
      suspendClock(ctx: CommandContext, input: unknown): Promise<Result<{ readonly suspensionId: string }>>;
      /** `resumeClockInput`. */
      resumeClock(ctx: CommandContext, input: unknown): Promise<Result<null>>;
      /** `apologiseInput`. By a leader of the agency that decides; the first promise stays and lateness is judged by it. */
      apologise(ctx: CommandContext, input: unknown): Promise<Result<NewDate>>;
      /** `saveCalendarInput` of process: a new version, and every open forecast and step that counts by it. */
      changeCalendar(ctx: CommandContext, input: unknown): Promise<Result<ChangedCalendar>>;
      /** `extendDeadlineInput`. Only where and as far as the regime of the procedure allows further time. */
      extendDeadline(ctx: CommandContext, input: unknown): Promise<Result<NewDate>>;
      /** Takes in how codes are written; wrong data throws. */
      loadCodePatterns(
        tx: Tx,
        jurisdiction: Jurisdiction,
        records: readonly CodePatternRecord[],
      ): Promise<void>;
    };
  readonly queries: AskedFromBelow &
    AuditReads &
    GapReads &
    HelpedReads &
    PostalReads &
    TeamQueries & {
      /** Agencies a citizen may send a procedure to today. */
      competentUnits(ctx: QueryContext, procedureCode: string): Promise<Result<readonly UnitLabel[]>>;
      getDraft(ctx: QueryContext, draftId: string): Promise<Result<DraftView>>;
      listDrafts(ctx: QueryContext): Promise<readonly DraftSummary[]>;
      listMyDossiers(ctx: QueryContext, cursor?: string): Promise<Result<Page<DossierSummary>>>;
      getMyDossier(ctx: QueryContext, dossierId: string): Promise<Result<CitizenDossierView>>;
      /** `lookUpInput`. Refuses `dossiers.look-up-failed` alike for a wrong code and a wrong fact; `too-many` after five. */
      lookUp(ctx: QueryContext, input: unknown): Promise<Result<LookedUpDossier>>;
      inbox(ctx: QueryContext, queue: Queue, options?: InboxOptions): Promise<Result<Page<InboxRow>>>;
      /** Rows of each queue within the officer's units, counted up to 1,000; an empty queue may be absent. */
      queueCounts(ctx: QueryContext): Promise<ReadonlyMap<Queue, number>>;
      /** What the filter of a queue offers. */
      queueFacets(ctx: QueryContext, queue: Queue, scope: QueueScope): Promise<QueueFacets>;
      /** How the officer last chose to look at the queue. */
      queueChoice(ctx: QueryContext, queue: Queue): Promise<QueueChoice | undefined>;
      /** `{ unitId? }`: papers asked for outside the published list, refused and counted by unit; for procedure control. */
      unlistedAsks(ctx: QueryContext, input: unknown): Promise<Result<UnlistedAsks>>;
      /** `unmaskFor`: why what is masked is to be seen whole; refuses `identity.step-up-needed`, `dossiers.unmask-reason`. */
      getOfficeDossier(
        ctx: QueryContext,
        dossierId: string,
        unmaskFor?: string,
        requestId?: string,
      ): Promise<Result<OfficeDossierView>>;
      /** `calendarDraftInput` of process: what open forecasts would become. */
      previewCalendar(ctx: QueryContext, input: unknown, after?: string): Promise<Result<CalendarPreview>>;
      /** `lateFilter`. Dossiers whose time has run out, longest promised first, and whose delay it is. */
      lateDossiers(ctx: QueryContext, input: unknown, options?: LateOptions): Promise<Result<LatePage>>;
      /** The time of one dossier: its clock beside those of its steps, whose delay it is, what may be done about it. */
      clockPage(ctx: QueryContext, dossierId: string): Promise<Result<ClockPageView>>;
      /** By code, foreign code, owner's name (accent-blind) within the officer's units. */
      search(ctx: QueryContext, text: string): Promise<Result<readonly FoundDossier[]>>;
      /** `{ procedureCode, competentUnitId? }`: where and for whom an officer at a counter may receive it. */
      counter(ctx: QueryContext, input: unknown): Promise<Result<CounterView>>;
      /** The account that submitted a dossier, for telling it what happens; undefined for a walk-in. */
      submitterOf(jurisdiction: Jurisdiction, dossierId: string): Promise<Submitter | undefined>;
      /** Which are on their way under a procedure version, for the officer: the catalogue's impact page. */
      openUnderVersion(ctx: QueryContext, id: string, after?: string): Promise<Result<Page<DossierSummary>>>;
      /** Whether the actor may read the file because of a draft or dossier it belongs to. */
      mayReadFile(ctx: QueryContext, fileId: Id<'file'>): Promise<boolean>;
      /** Whether it shows what the page masks for the officer, and no key of a look at the whole was given. */
      isClosedFile(ctx: QueryContext, fileId: Id<'file'>, key?: string): Promise<boolean>;
    };
  readonly splits: Splits;
  readonly personalData: DossierPersonalData;
  /** What retention and corrections do with dossiers; privacy decides. */
  readonly kept: KeptDossiers;
  /** Writes into the histories of dossiers that files of theirs were found infected; documents asks, inside its transaction. */
  readonly markInfected: InfectedListener;
  readonly facts: DossierFacts;
}

/** Builds dossiers: its commands and queries, and the jobs the worker runs for it. */
export function createDossiers(
  deps: DossierDeps & { readonly clock: () => Date; readonly jurisdiction: Jurisdiction },
): Dossiers & Jobs {
  return {
    personalData: createPersonalData(deps),
    kept: createKeptDossiers(deps),
    markInfected: (tx, ctx, fileIds) => markInfected(tx, ctx, deps, fileIds),
    facts: createDossierFacts(deps),
    commands: {
      ...createDraftActs(deps),
      ...createStepActs(deps),
      acceptDossier: (ctx, input) => acceptDossier(deps, ctx, input),
      refuseIntake: (ctx, input) => refuseIntake(deps, ctx, input),
      registerWalkIn: (ctx, input) => registerWalkIn(deps, ctx, input),
      settleAtCounter: (ctx, input) => settleAtCounter(deps, ctx, input),
      takeUpTask: (ctx, input) => takeUpTask(deps, ctx, input),
      releaseTask: (ctx, input) => releaseTask(deps, ctx, input),
      assignTask: (ctx, input) => assignTask(deps, ctx, input),
      bulk: (ctx, input) => bulk(deps, ctx, input),
      handOver: (ctx, input) => handOver(deps, ctx, input),
      substitute: (ctx, input) => substitute(deps, ctx, input),
      endSubstitution: (ctx, input) => endSubstitution(deps, ctx, input),
      saveQueueChoice: (ctx, input) => saveQueueChoice(deps, ctx, input),
      attachResultFiles: (ctx, input) => attachResultFiles(deps, ctx, input),
      completeTask: (ctx, input) => completeTask(deps, ctx, input),
      suspendClock: (ctx, input) => suspendClock(deps, ctx, input),
      resumeClock: (ctx, input) => resumeClock(deps, ctx, input),
      apologise: (ctx, input) => apologise(deps, ctx, input),
      changeCalendar: (ctx, input) => changeCalendar(deps, ctx, input),
      extendDeadline: (ctx, input) => extendDeadline(deps, ctx, input),
      loadCodePatterns: (tx, jurisdiction, records) =>
        loadCodePatterns(tx, jurisdiction, deps.identity.units, records),
    },
    queries: {
      ...createAuditReads(deps),
      ...createHelpedReads(deps),
      ...createPostalReads(deps),
      competentUnits: (ctx, code) => listCompetentUnits(deps, ctx, code),
      getDraft: (ctx, draftId) => getDraft(deps, ctx, draftId),
      listDrafts: (ctx) => listDrafts(deps, ctx),
      listMyDossiers: (ctx, cursor) => listMyDossiers(deps, ctx, cursor),
      getMyDossier: (ctx, dossierId) => getMyDossier(deps, ctx, dossierId),
      lookUp: (ctx, input) => lookUp(deps, ctx, input),
      inbox: (ctx, queue, options) => inbox(deps, ctx, queue, options),
      queueCounts: (ctx) => queueCounts(deps, ctx),
      queueFacets: (ctx, queue, scope) => queueFacets(deps, ctx, queue, scope),
      queueChoice: async (ctx, queue) =>
        ctx.actor.kind === 'officer' ? findQueueChoice(deps.db, ctx, ctx.actor, queue) : undefined,
      ...teamQueries(deps),
      stepsNobodyCanDo: (tx, jurisdiction, steps, procedures, on) =>
        stepsNobodyCanDo(deps, tx, jurisdiction, steps, procedures, on),
      unlistedAsks: (ctx, input) => unlistedAsks(deps, ctx, input),
      ...gapReads(deps),
      getOfficeDossier: (ctx, dossierId, unmaskFor, requestId) =>
        getOfficeDossier(deps, ctx, dossierId, unmaskFor, requestId),
      previewCalendar: (ctx, input, after) => previewCalendar(deps, ctx, input, after),
      clockPage: (ctx, dossierId) => clockPage(deps, ctx, dossierId),
      lateDossiers: (ctx, input, options) => lateDossiers(deps, ctx, input, options),
      counter: (ctx, input) => counterView(deps, ctx, input),
      search: (ctx, text) => searchDossiers(deps, ctx, text),
      submitterOf: (jurisdiction, dossierId) => submitterOf(deps, jurisdiction, dossierId),
      unitWork: (db, jurisdiction, unitIds, now) => unitWork(deps, db, jurisdiction, unitIds, now),
      openOnVersions: (jurisdiction, versionIds) => openOnVersions(deps.db, jurisdiction, versionIds),
      openUnderVersion: (ctx, versionId, cursor) => openUnderVersion(deps, ctx, versionId, cursor),
      mayReadFile: (ctx, fileId) => mayReadFile(deps, ctx, fileId),
      isClosedFile: (ctx, fileId, key) => isClosedFile(deps, ctx, fileId, key),
    },
    splits: {
      undecided: (ctx, cursor) => undecidedSplits(deps, ctx, cursor),
      decide: (ctx, input) => decideSplit(deps, ctx, input),
    },
    ...createJobs(deps),
  };
}
