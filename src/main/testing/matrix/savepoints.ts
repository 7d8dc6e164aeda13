import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresDriver,
  PostgresQueryCompiler,
} from 'kysely';
import { createPool, type Database } from '../../../platform/database.ts';

/** Every statement runs on one connection inside one transaction that is never committed; its transactions are savepoints. */
class SavepointDriver implements Driver {
  readonly #inner: PostgresDriver;
  #only: DatabaseConnection | undefined;

  constructor(url: string) {
    const pool = createPool({ url, role: 'motcua_app', jurisdiction: 1, maxConnections: 1 });
    this.#inner = new PostgresDriver({ pool });
  }

  async init(): Promise<void> {
    await this.#inner.init();
    this.#only = await this.#inner.acquireConnection();
    await run(this.#only, 'begin');
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (!this.#only) throw new Error('not connected');
    return this.#only;
  }

  async releaseConnection(): Promise<void> {}

  beginTransaction(connection: DatabaseConnection): Promise<void> {
    return run(connection, 'savepoint act');
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return run(connection, 'release savepoint act');
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return run(connection, 'rollback to savepoint act; release savepoint act');
  }

  async destroy(): Promise<void> {
    if (this.#only) await run(this.#only, 'rollback');
    if (this.#only) await this.#inner.releaseConnection(this.#only as never);
    await this.#inner.destroy();
  }
}

async function run(connection: DatabaseConnection, statement: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(statement));
}

/**
 * The test database as the application, for asking one world many times: each answer is looked at and undone. One
 * use case at a time.
 */
export function savepointDatabase(url: string): Database {
  const dialect = new PostgresDialect({ pool: createPool({ url, maxConnections: 1 }) });
  return new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new SavepointDriver(url),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => dialect.createIntrospector(db),
    },
  });
}

/** Does something and undoes it where it went ahead; what was refused must have undone itself. */
export async function undone<T extends { readonly ok: boolean }>(
  db: Database,
  work: () => Promise<T>,
): Promise<T> {
  await db.executeQuery(CompiledQuery.raw('savepoint cell'));
  const outcome = await work();
  const end = outcome.ok ? 'rollback to savepoint cell; release savepoint cell' : 'release savepoint cell';
  await db.executeQuery(CompiledQuery.raw(end));
  return outcome;
}
