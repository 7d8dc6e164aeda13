import { createPool } from '../platform/database.ts';
import { startHeartbeat } from '../platform/heartbeat.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { startWorker, sweepQueues, sweepQueuesTask } from '../platform/worker.ts';
import type { Product } from './compose.ts';
import { startSealing } from './seal-ticker.ts';
import type { Running } from './serve.ts';

export interface WorkOptions {
  /** Gets what is at least as grave as the configured level. */
  readonly log: WorkerLog;
}

type WorkerLog = (level: string, message: string, facts: Readonly<Record<string, unknown>>) => void;

/** Takes jobs until stopped; `stop` lets running jobs finish. */
export async function work(product: Product, options: WorkOptions): Promise<Running> {
  const log = atLeast(product.config.logLevel, options.log);
  const pool = createPool({
    url: product.config.queueUrl,
    role: 'motcua_queue',
    maxConnections: 6,
    applicationName: 'motcua-worker',
  });
  const heartbeat = await startHeartbeat(product.db, newUuidV7<'worker'>(), (error) =>
    log('error', 'heartbeat failed', { err: error }),
  );
  const sealing = startSealing(product, (what, error) =>
    log('error', `${what} the journal failed, tried again`, {
      err: error,
      reason: error instanceof Error ? error.message : undefined,
    }),
  );
  const tasks = { ...product.tasks, [sweepQueuesTask]: () => sweepQueues(pool) };
  const schedule = { ...product.schedule, [sweepQueuesTask]: '47 19 * * *' };
  const runner = await startWorker({ pool, tasks, schedule, concurrency: 2, log });
  return {
    stop: async () => {
      await sealing.stop();
      await heartbeat.stop();
      await runner.stop();
      await pool.end();
    },
  };
}

const gravity = ['debug', 'info', 'warning', 'error'];

function atLeast(level: Product['config']['logLevel'], log: WorkerLog): WorkerLog {
  const least = gravity.indexOf(level === 'warn' ? 'warning' : level);
  return (grave, message, facts) => {
    if (gravity.indexOf(grave) >= least) log(grave, message, facts);
  };
}
