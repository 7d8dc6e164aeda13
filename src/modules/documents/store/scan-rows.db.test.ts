import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { scanBacklog } from './scan-rows.ts';

describe('the scanner’s backlog', () => {
  const test = useTestDatabase();

  it('tells of an upload that waits behind thousands from before there was a scanner', async () => {
    const [old, sent] = ['2026-01-02T08:00:00+07:00', '2026-11-23T08:00:00+07:00'];
    const files = (count: number, state: string, at: string) => sql`
      insert into documents.file (jurisdiction, file_id, sha256, size, media_type, name, purpose, uploaded_by, uploaded_at,
        scan_state)
      select 1, gen_random_uuid(), repeat('ab', 32), 1, 'application/pdf', 'a.pdf', 'upload', ${newUuidV7()}, ${at}, ${state}
      from generate_series(1, ${count}::int)`;
    await files(1_500, 'unscanned', old).execute(test.owner);
    await files(1, 'waiting', sent).execute(test.owner);
    expect(await scanBacklog(test.db, test.jurisdiction)).toEqual({
      waiting: 1,
      oldest: new Date(sent),
      tooLarge: 0,
    });
  });
});
