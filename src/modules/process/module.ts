import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { Id, NewId } from '../../kernel/id.ts';
import type { Page } from '../../kernel/page.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import type { Connection, Database, Tx } from '../../platform/database.ts';
import type { Identity } from '../identity/public.ts';
import { createDraft } from './commands/create-draft.ts';
import { loadCalendars } from './commands/load-calendars.ts';
import { loadProcesses } from './commands/load-processes.ts';
import { loadRegimes } from './commands/load-regimes.ts';
import { publishDraft } from './commands/publish-draft.ts';
import type { StepsNobodyCanDo } from './commands/run-command.ts';
import { saveCalendar } from './commands/save-calendar.ts';
import { dropDiagram, saveDiagram } from './commands/save-diagram.ts';
import { type DraftSaved, discardDraft, saveDraft } from './commands/save-draft.ts';
import type { SaveCalendarInput } from './core/clock/calendar-input.ts';
import type { DuePromise } from './core/clock/due.ts';
import type { DueRule } from './core/clock/due-rule.ts';
import type { ExtensionRule } from './core/clock/extension.ts';
import { mostParticular, type RegimeMatter } from './core/clock/most-particular.ts';
import { promiseDue } from './core/clock/promise-due.ts';
import { type GroundMatter, groundFor, type SuspensionGround } from './core/clock/suspension-ground.ts';
import type { WorkingCalendar } from './core/clock/working-calendar.ts';
import type { ProcessTemplate } from './core/editing/template.ts';
import type { WarningShare } from './core/flow/warning-share.ts';
import type { PerformerPhrase } from './core/paste/performer-dictionary.ts';
import type { CalendarRecord, Loaded, ProcessRecord, ProcessVersion } from './core/records.ts';
import {
  type CalendarBrief,
  type CalendarVersionView,
  calendarHistory,
  listCalendars,
} from './queries/calendar-history.ts';
import { type CompiledVersions, getProcessInForce, getProcessVersion } from './queries/get-process.ts';
import { listServedProcedures } from './queries/list-served-procedures.ts';
import {
  type DraftBrief,
  type DraftView,
  drawDraft,
  drawVersion,
  getDraft,
  listDrafts,
} from './queries/process-drafts.ts';
import {
  coveredProcedures,
  getVersion,
  type ListProcessesInput,
  listInForce,
  type ProcessBrief,
  type VersionPage,
} from './queries/process-versions.ts';
import { type SimulationInput, type SimulationView, simulateDraft } from './queries/simulate-draft.ts';
import { createCalendarDirectory, type UnitCalendar } from './store/calendar-directory.ts';
import type { LegalLimitOf } from './store/draft-basis.ts';
import { extensionRules } from './store/extension-rules.ts';
import { suspensionGrounds } from './store/suspension-grounds.ts';
import { warningShares } from './store/warning-shares.ts';

/** What the other modules see of process, besides the pure functions above. */
export interface Processes {
  /** Working calendar of a unit on a day: its own office hours, else its parent's, else the default. From memory. */
  calendarOf(unitId: Id<'unit'>, on: PlainDate): UnitCalendar;
  /** A calendar by its code, e.g. `tay-ninh`; undefined when there is none. */
  calendarNamed(code: string): UnitCalendar | undefined;
  /** A calendar as it was in one of its versions, all of which are kept: what was counted by it can be told from it. */
  calendarVersion(connection: Connection, code: string, version: number): Promise<UnitCalendar | undefined>;
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
  /** Codes of the procedures that a process in force on the day serves. */
  listServedProcedures: typeof listServedProcedures;
  /** Takes in reference calendars; a changed one becomes a new version and moves no issued promise. */
  loadCalendars(tx: Tx, records: readonly CalendarRecord[], now: Date): Promise<Result<Loaded>>;
  /** Every calendar in its newest version; refuses without `process.calendars`. */
  listCalendars(ctx: QueryContext): Promise<Result<readonly CalendarBrief[]>>;
  /** Every version of a calendar, newest first. */
  calendarHistory(ctx: QueryContext, code: string): Promise<Result<readonly CalendarVersionView[]>>;
  /** Writes a new version inside the caller's transaction; whoever stores due times counts them anew in the same one. */
  saveCalendar(tx: Tx, ctx: CommandContext, input: SaveCalendarInput): Promise<Result<UnitCalendar>>;
  /** The ground as the regime of the day has it for a procedure; undefined when nothing allows the clock to be stopped. */
  findSuspensionGround(connection: Connection, matter: GroundMatter): Promise<SuspensionGround | undefined>;
  /** Further time the regime of the day allows a procedure by reasoned notice; undefined where it allows none. */
  findExtensionRule(connection: Connection, matter: RegimeMatter): Promise<ExtensionRule | undefined>;
  /** After which share of its hours a step without a warning of its own is soon due; undefined where nothing says it. */
  findWarningShare(connection: Connection, matter: RegimeMatter): Promise<WarningShare | undefined>;
  /** Takes in the grounds, extensions and warnings of the regimes by their natural keys. */
  loadRegimes: typeof loadRegimes;
  /** Takes in reference processes; a changed one becomes a new version. Refuses a table that cannot run. */
  loadProcesses(tx: Tx, records: readonly ProcessRecord[], now: Date): Promise<Result<Loaded>>;
  /** Writing processes in the office: commands and queries of the procedure-control office. */
  readonly editing: ProcessEditing;
}

/** What the office's editor of processes asks and does; everything refuses with `process.not-allowed` without the permission. */
export interface ProcessEditing {
  readonly templates: readonly ProcessTemplate[];
  readonly phrases: readonly PerformerPhrase[];
  createDraft(ctx: CommandContext, input: unknown): Promise<Result<{ readonly draftId: Id<'processDraft'> }>>;
  saveDraft(ctx: CommandContext, input: unknown): Promise<Result<DraftSaved>>;
  discardDraft(ctx: CommandContext, input: unknown): Promise<Result<DraftSaved>>;
  /** Keeps the diagram a process was refined in; refuses what cannot run, element by element. */
  saveDiagram(ctx: CommandContext, input: unknown): Promise<Result<DraftSaved>>;
  dropDiagram(ctx: CommandContext, input: unknown): Promise<Result<DraftSaved>>;
  publishDraft(
    ctx: CommandContext,
    input: unknown,
  ): Promise<Result<{ readonly versionId: Id<'processVersion'>; readonly version: number }>>;
  getDraft(ctx: QueryContext, draftId: string): Promise<Result<DraftView>>;
  /** BPMN 2.0 with its drawing. */
  drawDraft(ctx: QueryContext, draftId: string): Promise<Result<string>>;
  drawVersion(ctx: QueryContext, versionId: string): Promise<Result<string>>;
  listDrafts(ctx: QueryContext): Promise<readonly DraftBrief[]>;
  listInForce(ctx: QueryContext, input: ListProcessesInput): Promise<Result<Page<ProcessBrief>>>;
  coveredProcedures(ctx: QueryContext, codes: readonly string[]): Promise<ReadonlySet<string>>;
  getVersion(ctx: QueryContext, versionId: string): Promise<Result<VersionPage>>;
  simulate(ctx: QueryContext, input: SimulationInput): Promise<Result<SimulationView>>;
}

export interface ProcessDeps {
  readonly db: Database;
  readonly newId: NewId;
  readonly identity: Pick<Identity, 'describeAccounts'> & {
    readonly units: Pick<Identity['units'], 'unitOn' | 'latest' | 'ancestorsOn'>;
  };
  /** Tables to begin from, and the words by which decisions name performers. */
  readonly templates?: readonly ProcessTemplate[];
  readonly phrases?: readonly PerformerPhrase[];
  readonly stepsNobodyCanDo?: StepsNobodyCanDo;
  readonly legalLimitOf?: LegalLimitOf;
}

/** Builds the module. Calendars are empty until `refreshCalendars` has run once. */
export function createProcess(deps: ProcessDeps): Processes {
  const { db, newId, identity } = deps;
  const calendars = createCalendarDirectory(db, identity.units);
  const compiled: CompiledVersions = new Map();
  return {
    calendarOf: calendars.ofUnit,
    calendarNamed: calendars.named,
    calendarVersion: calendars.version,
    refreshCalendars: calendars.refresh,
    promise: promiseDue,
    getProcessVersion: (connection, id) => getProcessVersion(compiled, connection, id),
    getProcessInForce: (connection, code, on, caseKey) =>
      getProcessInForce(compiled, connection, code, on, caseKey),
    listServedProcedures,
    loadCalendars,
    listCalendars: (ctx) => listCalendars(deps, ctx),
    calendarHistory: (ctx, code) => calendarHistory(deps, ctx, code),
    saveCalendar: (tx, ctx, input) => saveCalendar(newId, tx, ctx, input),
    findSuspensionGround: async (connection, matter) =>
      groundFor(await suspensionGrounds(connection), matter),
    findExtensionRule: async (connection, matter) => mostParticular(await extensionRules(connection), matter),
    findWarningShare: async (connection, matter) => mostParticular(await warningShares(connection), matter),
    loadRegimes,
    loadProcesses: (tx, records, now) => loadProcesses(newId, tx, records, now),
    editing: createEditing(deps, calendars.named),
  };
}

function createEditing(deps: ProcessDeps, calendarNamed: Processes['calendarNamed']): ProcessEditing {
  const { templates = [], phrases = [] } = deps;
  return {
    templates,
    phrases,
    createDraft: (ctx, input) => createDraft({ ...deps, templates }, ctx, input),
    saveDraft: (ctx, input) => saveDraft(deps, ctx, input),
    discardDraft: (ctx, input) => discardDraft(deps, ctx, input),
    saveDiagram: (ctx, input) => saveDiagram(deps, ctx, input),
    dropDiagram: (ctx, input) => dropDiagram(deps, ctx, input),
    publishDraft: (ctx, input) => publishDraft(deps, ctx, input),
    getDraft: (ctx, draftId) => getDraft(deps, ctx, draftId),
    drawDraft: (ctx, draftId) => drawDraft(deps, ctx, draftId),
    drawVersion: (ctx, versionId) => drawVersion(deps, ctx, versionId),
    listDrafts: (ctx) => listDrafts(deps, ctx),
    listInForce: (ctx, input) => listInForce(deps, ctx, input),
    coveredProcedures: (ctx, codes) => coveredProcedures(deps, ctx, codes),
    getVersion: (ctx, versionId) => getVersion(deps, ctx, versionId),
    simulate: (ctx, input) => simulateDraft({ ...deps, calendarNamed }, ctx, input),
  };
}
