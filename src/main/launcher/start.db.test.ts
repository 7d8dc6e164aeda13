import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkout } from '../../platform/embedded/data-home.ts';
import { findServer } from '../../platform/embedded/embedded-server.ts';
import { freePort } from '../../platform/embedded/free-port.ts';

/** The command as people type it, with its embedded server, whatever server the other tests use. */
describe('npm start', () => {
  const home = mkdtempSync(join(tmpdir(), 'motcua-start-'));
  chmodSync(home, 0o755);
  const postgresql = join(home, 'postgresql');
  const started: ChildProcess[] = [];

  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await findServer(postgresql)?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  async function start(port: number) {
    const { npm_lifecycle_event: _, ...inherited } = process.env;
    const env = { ...inherited, MOTCUA_DATA: home, MOTCUA_PORT: String(port), DATABASE_URL: '' };
    const child = spawn(process.execPath, ['scripts/launch.mjs', 'start'], { cwd: checkout, env });
    started.push(child);
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    let output = '';
    const ready = new Promise<void>((done, fail) => {
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk) => {
          output += chunk;
          if (output.includes('Ctrl-C')) done();
        });
      ended.then(() => fail(new Error(output)));
    });
    ready.catch(() => undefined);
    return { child, ended, ready, text: () => output };
  }

  it('answers, survives kill -9, turns a second one away, and stops everything on SIGTERM', async () => {
    const port = await freePort();
    const address = `http://localhost:${port}/`;

    const killed = await start(port);
    await killed.ready;
    killed.child.kill('SIGKILL');
    await killed.ended;
    const orphan = findServer(postgresql);
    expect(orphan).toBeDefined();

    const again = await start(port);
    await again.ready;
    expect(findServer(postgresql)?.pid).not.toBe(orphan?.pid);
    expect(/https?:\/\/\S+/.exec(again.text())?.[0]).toBe(address);
    expect((await fetch(`${address}readyz`)).status).toBe(200);
    const [, officer = ''] = readFileSync(join(checkout, 'data/demo/officers.csv'), 'utf8').split('\n');
    expect(again.text()).toContain(officer.split(',', 1)[0]);

    const second = await start(await freePort());
    expect(await second.ended).toBe(1);
    expect(second.text()).toContain(address);

    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
    expect(findServer(postgresql)).toBeUndefined();
    await expect(fetch(address)).rejects.toThrow();
  }, 240_000);

  it('refuses a wrong configuration by name', async () => {
    const { ended, text } = await start(70_000);
    expect(await ended).toBe(1);
    expect(text()).toContain('MOTCUA_PORT: cần số nguyên từ 1 đến 65535');
    expect(findServer(postgresql)).toBeUndefined();
  }, 60_000);
});
