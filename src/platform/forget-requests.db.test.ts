import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { many } from './database.ts';
import { forgetRequests } from './forget-requests.ts';
import { newUuidV7 } from './ids.ts';
import { useTestDatabase } from './testing/test-database.ts';

describe('outcomes of requests', () => {
  const test = useTestDatabase();

  it('are forgotten after ninety days, and no neighbour’s with them', async () => {
    const now = new Date('2026-11-26T03:00:00+07:00');
    for (const [jurisdiction, days] of [
      [1, 0],
      [1, 89],
      [1, 91],
      [2, 400],
    ] as const)
      await sql`
        insert into platform.request_log (jurisdiction, actor_key, request_id, command, body_hash, recorded_at)
        values (${jurisdiction}, ${`${jurisdiction}:${days}`}, ${newUuidV7()}, 'x', 'x',
          ${new Date(now.getTime() - days * 86_400_000)})`.execute(test.owner);
    await test.db.transaction().execute((tx) => forgetRequests(tx, test.jurisdiction, now));
    const left = await many(
      test.owner,
      sql<{ key: string }>`select actor_key as key from platform.request_log order by 1`,
    );
    expect(left.map(({ key }) => key)).toEqual(['1:0', '1:89', '2:400']);
  });
});
