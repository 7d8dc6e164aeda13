import { sql } from 'kysely';
import type { Audit } from '../modules/audit/public.ts';
import type { Documents } from '../modules/documents/public.ts';
import { type Database, many, maybeOne } from '../platform/database.ts';
import { isWorkerAlive } from '../platform/heartbeat.ts';
import type { ReadinessCheck } from '../platform/http/health.ts';
import { knownMigrations } from '../platform/migrate.ts';

/** The database answers. */
export function databaseReady(db: Database): ReadinessCheck {
  return {
    name: 'database',
    check: async () => {
      await sql`select 1`.execute(db);
      return undefined;
    },
  };
}

/** Every migration this build knows has been applied. */
export function migrationsApplied(db: Database): ReadinessCheck {
  return {
    name: 'migrations',
    check: async () => {
      const rows = await many(db, sql<{ name: string }>`select name from platform.migration`);
      const applied = new Set(rows.map(({ name }) => name));
      const missing = (await knownMigrations()).filter((name) => !applied.has(name));
      return missing.length === 0 ? undefined : `missing: ${missing.join(', ')}`;
    },
  };
}

/** Somebody takes jobs: without a worker receipts and notices wait. */
export function workerAlive(db: Database): ReadinessCheck {
  return {
    name: 'worker',
    check: async () =>
      (await isWorkerAlive(db)) ? undefined : 'no worker has given a sign of life for 30 seconds',
  };
}

/** More than a sealer takes that runs each second. */
const sealedWithinMs = 10_000;

/**
 * The journal is sealed as it is written: else who owns the tables could still change what waits. The age of what waits is that of its
 * id, which the machine's own clock gave.
 */
export function journalSealed(db: Database, machineClock = () => new Date()): ReadinessCheck {
  return {
    name: 'journal-seal',
    advisory: true,
    check: async () => {
      const oldest = await maybeOne(
        db,
        sql<{
          id: string;
        }>`select row_id as id from platform.journal_pending order by jurisdiction, row_id limit 1`,
      );
      const waits =
        oldest && machineClock().getTime() - Number.parseInt(oldest.id.replace('-', '').slice(0, 12), 16);
      return waits === undefined || waits <= sealedWithinMs
        ? undefined
        : `rows of the journal are not sealed for ${Math.round(waits / 1000)} s`;
    },
  };
}

/** The timestamp authority answers: else heads of finished days wait. Nothing that people do waits with them. */
export function headsStamped(audit: Pick<Audit, 'queries'>, clock: () => Date): ReadinessCheck {
  return {
    name: 'journal-heads',
    advisory: true,
    check: async () => {
      const [oldest, ...more] = await audit.queries.waitingDays(clock());
      return oldest && `${more.length + 1} days wait for their stamp, the oldest ${oldest}`;
    },
  };
}

/** Uploads are scanned for malware: else they are opened unseen, or wait. Nothing that people do waits with them. */
export function uploadsScanned(documents: Pick<Documents, 'queries'>, clock: () => Date): ReadinessCheck {
  return { name: 'upload-scan', advisory: true, check: () => documents.queries.scanTrouble(clock()) };
}
