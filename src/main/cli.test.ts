import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout } from '../platform/embedded/data-home.ts';

function motcua(args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(checkout, 'scripts/motcua.mjs'), ...args],
    {
      env: { ...process.env, ...env },
      encoding: 'utf8',
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
