import { sql } from 'kysely';
import type { Connection } from './database.ts';

export interface Job {
  /** Task name, `<module>.<verb-noun>`. */
  readonly task: string;
  /** Ids and facts only, never personal data. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** A job with the same key that has not run yet is replaced instead of doubled. */
  readonly key?: string;
  /** Jobs of one queue run one after another: `dossier:<id>` keeps listeners in order per dossier. */
  readonly queue?: string;
  readonly runAt?: Date;
  readonly maxAttempts?: number;
}

/** Adds jobs to the outbox; they appear when the caller's transaction commits and vanish when it rolls back. */
export async function enqueue(connection: Connection, ...jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  await sql`
    select platform.enqueue(job.task, job.payload, job.key, job.queue, job.run_at, job.max_attempts)
    from jsonb_to_recordset(${JSON.stringify(jobs.map(toRow))}::jsonb)
      as job(task text, payload jsonb, key text, queue text, run_at timestamptz, max_attempts integer)
  `.execute(connection);
}

function toRow(job: Job) {
  return {
    task: job.task,
    payload: job.payload,
    key: job.key ?? null,
    queue: job.queue ?? null,
    run_at: job.runAt ?? null,
    max_attempts: job.maxAttempts ?? null,
  };
}
