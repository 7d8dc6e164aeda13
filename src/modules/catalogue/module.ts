import type { FastifyInstance } from 'fastify';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../kernel/id.ts';
import type { Page } from '../../kernel/page.ts';
import { type PlainDate, plainDateOf } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import type { Connection } from '../../platform/database.ts';
import { type CatalogueCommands, createCommands } from './commands/catalogue-commands.ts';
import { type ImportChoice, type ImportReport, importProcedures } from './commands/import-procedures.ts';
import { loadProcedures } from './commands/load-procedures.ts';
import { createReportActs } from './commands/report-acts.ts';
import { type SettleImportInput, settleImport } from './commands/settle-import.ts';
import type { ImportView } from './core/import/import-view.ts';
import type { ProcedureBrief } from './core/procedure-brief.ts';
import type { ProcedureRecord } from './core/procedure-record.ts';
import type { ProcedureVersion } from './core/procedure-version.ts';
import type { WrongLists } from './core/wrong-list/wrong-lists.ts';
import { browseProcedures, type Shelves } from './queries/browse-procedures.ts';
import { type CatalogueQueries, createQueries } from './queries/catalogue-queries.ts';
import { type ExportInput, exportRecords } from './queries/export-records.ts';
import { type FindProceduresInput, findProcedures } from './queries/find-procedures.ts';
import { findSectors, type Sector } from './queries/find-sectors.ts';
import { getImport, type ImportBrief, listImports } from './queries/get-import.ts';
import {
  getProcedurePage,
  type ProcedurePage,
  type ProcedurePageInput,
} from './queries/get-procedure-page.ts';
import { createReportReads } from './queries/report-reads.ts';
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
    commands: createCommands(deps),
    queries: createQueries(deps),
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
