import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout } from '../platform/embedded/data-home.ts';

function motcua(args: readonly string[], env: Record<string, string> = {}, input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(checkout, 'scripts/motcua.mjs'), ...args],
    {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      input,
    },
  );
  return { status, output: stdout + stderr };
}

describe('npx motcua', () => {
  it('lists its commands, and again with exit code 2 for one it does not know', () => {
    const help = motcua([]);
    for (const name of ['serve', 'work', 'all', 'migrate', 'seed', 'doctor', 'catalogue import', 'due'])
      expect(help.output).toContain(`motcua ${name}`);
    expect(help.status).toBe(0);
    expect(motcua(['catalogue', 'export']).status).toBe(2);
  });

  it('refuses wrong arguments with the usage, before touching a database', () => {
    expect(motcua(['due', 'hôm nay', '3', 'ngày'])).toMatchObject({
      status: 1,
      output: expect.stringContaining('Cách dùng: motcua due'),
    });
    expect(motcua(['catalogue', 'import', '/không/có'])).toMatchObject({
      status: 1,
      output: expect.stringContaining('Không có tệp /không/có'),
    });
  });

  it('answers the due time of each JSON line, without a database', () => {
    const line =
      '{"id":"a","receivedAt":"2026-02-13T16:20:00+07:00","unit":"working-days","amount":7,"calendar":"tay-ninh"}';
    const { status, output } = motcua(
      ['due'],
      { DATABASE_URL: 'postgres://none.example/none' },
      `${line}\nsai\n`,
    );
    const answers = output
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(status).toBe(0);
    expect(answers).toMatchObject([
      { id: 'a', dueAt: '2026-03-03T17:00:00+07:00' },
      { error: expect.any(String) },
    ]);
  });

  it('refuses an incomplete production environment, naming every variable and its fix', () => {
    const { status, output } = motcua(['all'], {
      MOTCUA_MODE: 'production',
      MOTCUA_CLOCK: '2027-02-05T08:00:00+07:00',
    });
    expect(status).toBe(1);
    for (const name of [
      'DATABASE_URL',
      'MOTCUA_BASE_URL',
      'MOTCUA_SEAL_KEYS',
      'MOTCUA_OIDC_ISSUER',
      'MOTCUA_CLOCK',
    ])
      expect(output).toContain(`${name}: `);
  });
});
