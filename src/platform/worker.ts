import { Logger, makeWorkerUtils, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import type pg from 'pg';

/** One kind of job: gets the payload as it was enqueued; a throw retries it later with growing delay. */
export type TaskHandler = (payload: unknown) => Promise<void>;

export type Schedule = Readonly<Record<string, string>>;

export interface WorkerOptions {
  /** Pool connected under the queue's role. */
  readonly pool: pg.Pool;
  readonly tasks: Readonly<Record<string, TaskHandler>>;
  /** Tasks that come back by themselves, each with its time in cron's five fields, UTC. */
  readonly schedule?: Schedule;
  readonly concurrency: number;
  readonly log: (level: string, message: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** Forgets queues that have nothing left in them: every dossier has one of its own. */
export const sweepQueuesTask = 'platform.sweep-queues';

export async function sweepQueues(pool: pg.Pool): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: pool });
  try {
    await utils.cleanup({ tasks: ['GC_JOB_QUEUES'] });
  } finally {
    await utils.release();
  }
}

/** Starts taking jobs. Stop it with `await runner.stop()`: running jobs finish first. */
export async function startWorker(options: WorkerOptions): Promise<Runner> {
  const taskList: TaskList = {};
  for (const [name, handle] of Object.entries(options.tasks)) taskList[name] = (payload) => handle(payload);
  return run({
    pgPool: options.pool,
    taskList,
    parsedCronItems: parseCronItems(
      Object.entries(options.schedule ?? {}).map(([task, match]) => ({ task, match })),
    ),
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new Logger(() => (level, message, meta) => options.log(level, message, { ...meta })),
  });
}
