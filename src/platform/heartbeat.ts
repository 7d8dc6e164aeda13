import { sql } from 'kysely';
import { type Database, one } from './database.ts';

const interval = 10_000;

export interface Heartbeat {
  stop(): Promise<void>;
}

/**
 * Says every ten seconds that the worker `workerId` lives, and forgets those silent for a day. A failed beat goes to
 * `onError` and is tried again at the next.
 */
export async function startHeartbeat(
  db: Database,
  workerId: string,
  onError: (error: unknown) => void,
): Promise<Heartbeat> {
  await beat(db, workerId);
  const timer = setInterval(() => beat(db, workerId).catch(onError), interval);
  return {
    stop: async () => {
      clearInterval(timer);
      await sql`delete from platform.worker_heartbeat where worker_id = ${workerId}`.execute(db);
    },
  };
}

async function beat(db: Database, workerId: string): Promise<void> {
  await sql`
    insert into platform.worker_heartbeat (worker_id) values (${workerId})
    on conflict (worker_id) do update set beat_at = clock_timestamp()
  `.execute(db);
  await sql`
    delete from platform.worker_heartbeat where beat_at < clock_timestamp() - interval '1 day'
  `.execute(db);
}

/** Whether a worker gave a sign of life within three beats. */
export async function isWorkerAlive(db: Database): Promise<boolean> {
  const { alive } = await one(
    db,
    sql<{ alive: boolean }>`
      select exists (
        select from platform.worker_heartbeat
        where beat_at > clock_timestamp() - make_interval(secs => ${(3 * interval) / 1000})
      ) as alive
    `,
  );
  return alive;
}
