import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { runScript } from '../platform/database.ts';
import { checkout } from '../platform/embedded/data-home.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { sealJournal } from '../platform/journal-seal.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

const morning = new Date('2026-11-23T08:00:00+07:00');
const evening = new Date('2026-11-23T20:00:00+07:00');

describe('motcua audit verify', () => {
  const test = useTestDatabase();

  const verify = (...args: readonly string[]) =>
    new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
      const env = { ...process.env, DATABASE_URL: test.url };
      const command = [join(checkout, 'scripts/motcua.mjs'), 'audit', 'verify', ...args];
      execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
      );
    });
  const read = (at: Date) =>
    sql`insert into platform.read (jurisdiction, read_id, recorded_at, query, subject_ids, actor_kind)
      values (1, ${newUuidV7()}, ${at}, 'dossiers.office-dossier', array[]::uuid[], 'system')`.execute(
      test.db,
    );

  it('answers 0 where everything stands, 3 where something wants a reason until it is given, 1 where something is wrong', async () => {
    await read(morning);
    await sealJournal(test.db, morning);
    await read(evening);
    await sealJournal(test.db, evening);
    expect(await verify()).toMatchObject({ code: 0 });

    await read(morning);
    await sealJournal(test.db, new Date(evening.getTime() + 1000));
    const told = await verify();
    expect(told).toMatchObject({ code: 3, said: expect.stringMatching(/CHÚ Ý {2}Dòng read .*\(vị trí 3\)/) });
    expect(told.said).toContain('--explained=');
    expect(await verify('--explained=2')).toMatchObject({ code: 3 });
    expect(await verify('--explained=2026-11-23,3..5')).toMatchObject({ code: 0 });

    await runScript(
      test.owner,
      `update platform.read set query = 'x' where recorded_at = '${evening.toISOString()}'`,
    );
    expect(await verify('--explained=3')).toMatchObject({ code: 1, said: expect.stringContaining('LỖI') });
  }, 240_000);

  it('refuses what it cannot read as explained, with the usage', async () => {
    for (const wrong of ['--explained=hôm-qua', '--known=3'])
      expect(await verify(wrong)).toMatchObject({ code: 1, said: expect.stringContaining('Cách dùng') });
  }, 120_000);
});
