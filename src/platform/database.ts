import { CompiledQuery, Kysely, PostgresDialect, type RawBuilder, type Transaction } from 'kysely';
import pg from 'pg';

/** A pool of connections; statements on it run outside any transaction. */
export type Database = Kysely<unknown>;

/** A running transaction: the first parameter of everything that writes. */
export type Tx = Transaction<unknown>;

/** Either: for reads that may run inside a command or alone. */
export type Connection = Database | Tx;

/** Database roles the application takes on after connecting; `doctor` prints how a DBA grants them. */
export type DatabaseRole = 'motcua_app' | 'motcua_queue';

export interface DatabaseOptions {
  readonly url: string;
  /** Undefined keeps the login's own role (migrations, tests that look from outside). */
  readonly role?: DatabaseRole;
  /** Tenant whose rows row-level security lets through. */
  readonly jurisdiction?: number;
  readonly maxConnections?: number;
  readonly applicationName?: string;
  /** A connection lost while idle; the pool replaces it. */
  readonly onIdleError?: (error: Error) => void;
}

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, parseSafeInteger);
types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * Connects to PostgreSQL. `date` columns come as `YYYY-MM-DD` text, `bigint` as a safe integer (a larger value
 * throws), `timestamptz` as `Date`. Sessions run in Asia/Ho_Chi_Minh.
 */
export function createDatabase(options: DatabaseOptions): Database {
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool: createPool(options) }) });
}

/** The bare pool, for libraries that want one (the job queue). */
export function createPool(options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 10,
    application_name: options.applicationName ?? 'motcua',
    options: sessionSettings(options),
    types,
  });
  const onError = options.onIdleError ?? (() => undefined);
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** All rows of a statement. */
export async function many<Row>(connection: Connection, query: RawBuilder<Row>): Promise<readonly Row[]> {
  return (await query.execute(connection)).rows;
}

/** The only row of a statement; none or several is a bug and throws. */
export async function one<Row>(connection: Connection, query: RawBuilder<Row>): Promise<Row> {
  const rows = await many(connection, query);
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`expected one row, got ${rows.length}`);
  return row;
}

/** The first row, or undefined. */
export async function maybeOne<Row>(
  connection: Connection,
  query: RawBuilder<Row>,
): Promise<Row | undefined> {
  return (await many(connection, query))[0];
}

/** Runs a script of several statements that takes no parameters (migrations). */
export async function runScript(connection: Connection, script: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(script));
}

function sessionSettings(options: DatabaseOptions): string {
  const settings = ['-c timezone=Asia/Ho_Chi_Minh'];
  if (options.role !== undefined) settings.push(`-c role=${options.role}`);
  if (options.jurisdiction !== undefined) settings.push(`-c motcua.jurisdiction=${options.jurisdiction}`);
  return settings.join(' ');
}

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} does not fit a safe integer`);
  return value;
}
