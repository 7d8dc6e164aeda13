import type { FastifyInstance } from 'fastify';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../kernel/id.ts';
import type { Page } from '../../kernel/page.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import type { Connection } from '../../platform/database.ts';
import { type ImportReport, importProcedures } from './commands/import-procedures.ts';
import { loadProcedures } from './commands/load-procedures.ts';
import type { ProcedureBrief } from './core/procedure-brief.ts';
import type { ProcedureVersion } from './core/procedure-version.ts';
import { type FindProceduresInput, findProcedures } from './queries/find-procedures.ts';
import { findSectors, type Sector } from './queries/find-sectors.ts';
import {
  getProcedurePage,
  type ProcedurePage,
  type ProcedurePageInput,
} from './queries/get-procedure-page.ts';
import { registerProcedureRoutes } from './routes/procedure-routes.ts';
import type { CatalogueDeps } from './store/catalogue-deps.ts';
import { getVersion, getVersionInForce } from './store/find-version.ts';
import type { Published } from './store/publish-records.ts';
import { readRecordLines } from './store/read-record-lines.ts';

/** What the other modules see of the catalogue. `db` is a connection or the caller's transaction. */
export interface Catalogue {
  /** The version a dossier is pinned to; refuses `catalogue.version-not-found`. */
  getVersion(
    db: Connection,
    jurisdiction: Jurisdiction,
    id: Id<'procedureVersion'>,
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
  /** For pages: the version a draft is pinned to. */
  readVersion(ctx: QueryContext, id: string): Promise<Result<ProcedureVersion>>;
  /** A page of the procedures in force today or on a day, best matches or commonest first; keyset cursor. */
  findProcedures(ctx: QueryContext, input: FindProceduresInput): Promise<Result<Page<ProcedureBrief>>>;
  /** What the public page shows: the version, the guide to one matter, and whether it can be submitted online. */
  getProcedurePage(ctx: QueryContext, input: ProcedurePageInput): Promise<Result<ProcedurePage>>;
  /** The sectors to filter by. */
  findSectors(ctx: QueryContext): Promise<readonly Sector[]>;
  /**
   * Loads `{ procedures: ProcedureRecordInput[], synonyms?: { phrase, means }[] }` of the reference data; again
   * changes nothing. Throws on a record that does not parse: the shipped data is wrong.
   */
  loadProcedures(ctx: CommandContext, records: unknown): Promise<Result<Published>>;
  /** `motcua catalogue import FILE`: JSON lines, plain or gzip. Throws when the file cannot be read. */
  importProcedures(ctx: CommandContext, file: string): Promise<Result<ImportReport>>;
  /** `GET /api/v1/procedures` and `/api/v1/procedures/:code`. */
  registerRoutes(server: FastifyInstance): void;
}

/** Builds the catalogue on a database. */
export function createCatalogue(deps: CatalogueDeps): Catalogue {
  return {
    getVersion,
    getVersionInForce,
    readVersion: (ctx, id) => getVersion(deps.db, ctx.jurisdiction, id as Id<'procedureVersion'>),
    findProcedures: (ctx, input) => findProcedures(deps, ctx, input),
    getProcedurePage: (ctx, input) => getProcedurePage(deps, ctx, input),
    findSectors: (ctx) => findSectors(deps, ctx),
    loadProcedures: (ctx, records) => loadProcedures(deps, ctx, records),
    importProcedures: (ctx, file) => importProcedures(deps, ctx, readRecordLines(file)),
    registerRoutes: (server) => registerProcedureRoutes(server, deps),
  };
}
