import { sql } from 'kysely';
import { createDatabase, one } from '../../src/platform/database.ts';
import { sealJournal } from '../../src/platform/journal-seal.ts';
import type { World } from '../requests/open-world.ts';

/** What the sealer did while the clients worked. */
export interface SealerFigures {
  readonly runs: number;
  readonly rows: number;
  readonly slowestMs: number;
  /** Looks at who waits for whom, and how often one found somebody waiting for the sealer. */
  readonly looks: number;
  readonly waitedForSealer: number;
}

/** Runs the sealer each second as the worker does, on a connection of its own, and looks twenty times a second at who waits for it. */
export function startWatchedSealer(world: World): { stop(): Promise<SealerFigures> } {
  const { config, jurisdiction } = world.product;
  const db = createDatabase({
    url: config.databaseUrl,
    role: 'motcua_app',
    jurisdiction,
    maxConnections: 1,
  });
  const watcher = createDatabase({ url: config.databaseUrl, maxConnections: 1 });
  let running = true;
  let [runs, rows, slowestMs, looks, waitedForSealer] = [0, 0, 0, 0, 0];
  const pid = one(db, sql<{ pid: number }>`select pg_backend_pid() as pid`);
  const seal = async () => {
    while (running) {
      const from = performance.now();
      rows += await sealJournal(db, world.product.clock());
      runs += 1;
      slowestMs = Math.max(slowestMs, performance.now() - from);
      await pause(1000);
    }
  };
  const watch = async () => {
    while (running) {
      const { waiting } = await one(
        watcher,
        sql<{ waiting: number }>`
          select count(*)::int as waiting from pg_stat_activity
          where wait_event_type = 'Lock' and ${(await pid).pid} = any(pg_blocking_pids(pid))`,
      );
      looks += 1;
      waitedForSealer += waiting > 0 ? 1 : 0;
      await pause(50);
    }
  };
  const both = Promise.all([seal(), watch()]);
  return {
    stop: async () => {
      running = false;
      await both;
      await db.destroy();
      await watcher.destroy();
      return { runs, rows, slowestMs, looks, waitedForSealer };
    },
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
