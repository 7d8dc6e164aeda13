import { readdir, readFile } from 'node:fs/promises';
import { runMigrations } from 'graphile-worker';
import { type Migration, Migrator } from 'kysely/migration';
import { createDatabase, createPool, runScript } from './database.ts';

const folder = new URL('../../db/migrations/', import.meta.url);

/**
 * Brings the database up to date as its owner: our SQL files in order, each in its own transaction (a file that
 * starts with `-- no-transaction` without one), then the job queue's own tables under the queue's role. Returns the
 * names applied now. Throws the first failure with the file's name; what was applied before it stays.
 */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const db = createDatabase({ url: ownerUrl, maxConnections: 2, applicationName: 'motcua-migrate' });
  try {
    const files = await readMigrations();
    const migrator = new Migrator({
      db,
      provider: {
        getMigrations: async () => Object.fromEntries(files.map((file) => [file.name, asMigration(file)])),
      },
      migrationTableSchema: 'platform',
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
      allowUnorderedMigrations: true,
    });
    const applied: string[] = [];
    for (const info of await migrator.getMigrations()) {
      if (info.executedAt !== undefined) continue;
      const file = files.find((candidate) => candidate.name === info.name);
      const { error } = await migrator.migrateUp({ disableTransactions: file?.withoutTransaction ?? false });
      if (error !== undefined)
        throw new Error(`migration ${info.name} failed: ${messageOf(error)}`, { cause: error });
      applied.push(info.name);
    }
    await migrateQueue(ownerUrl);
    return applied;
  } finally {
    await db.destroy();
  }
}

/** Names of the migrations this build knows, in order; `/readyz` holds the database against them. */
export async function knownMigrations(): Promise<readonly string[]> {
  return (await readMigrations()).map((file) => file.name);
}

export interface MigrationFile {
  readonly name: string;
  readonly text: string;
  readonly withoutTransaction: boolean;
}

/** The SQL files of db/migrations, in order. */
export async function readMigrations(): Promise<readonly MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return {
        name: name.slice(0, -'.sql'.length),
        text,
        withoutTransaction: text.startsWith('-- no-transaction'),
      };
    }),
  );
}

function asMigration(file: MigrationFile): Migration {
  return { up: (db) => runScript(db, file.text) };
}

/** The queue's tables belong to its own role: their row-level security closes them to everybody else. */
async function migrateQueue(ownerUrl: string): Promise<void> {
  const pool = createPool({
    url: ownerUrl,
    role: 'motcua_queue',
    maxConnections: 2,
    applicationName: 'motcua-migrate',
  });
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
