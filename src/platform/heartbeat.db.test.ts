import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { isWorkerAlive, startHeartbeat } from './heartbeat.ts';
import { newUuidV7 } from './ids.ts';
import { useTestDatabase } from './testing/test-database.ts';

describe('heartbeat', () => {
  const test = useTestDatabase();

  it('knows whether a worker lives, and forgets one that stopped', async () => {
    expect(await isWorkerAlive(test.db)).toBe(false);
    const heartbeat = await startHeartbeat(test.db, newUuidV7<'worker'>(), () => undefined);
    expect(await isWorkerAlive(test.db)).toBe(true);
    await heartbeat.stop();
    expect(await isWorkerAlive(test.db)).toBe(false);
  });

  it('does not believe a worker that fell silent', async () => {
    const heartbeat = await startHeartbeat(test.db, newUuidV7<'worker'>(), () => undefined);
    await sql`update platform.worker_heartbeat set beat_at = beat_at - interval '1 minute'`.execute(test.db);
    expect(await isWorkerAlive(test.db)).toBe(false);
    await heartbeat.stop();
  });
});
