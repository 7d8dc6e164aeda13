import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import { demoSecrets } from './demo-secrets.ts';
import { findRunning, takeDataFolder } from './running-mark.ts';
import { createShutdown } from './shutdown.ts';
import { inputsHash, isBuilt } from './web-build.ts';

const root = mkdtempSync(join(tmpdir(), 'motcua-launcher-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function newFolder(): string {
  return mkdtempSync(join(root, 'case-'));
}

describe('the secrets of a demo', () => {
  it('are made once, readable by their owner only, and pass the configuration', () => {
    const home = newFolder();
    const first = demoSecrets(home);
    expect(demoSecrets(home)).toEqual(first);
    expect(statSync(join(home, 'secrets.json')).mode & 0o077).toBe(0);
    const env = { ...first, MOTCUA_DATA: home, DATABASE_URL: 'postgres://localhost/motcua' };
    expect(readConfig(env).sealKeys.currentKeyId).toBe('demo');
  });
});

describe('shutting down', () => {
  it('runs every step once, the last started first, whatever fails', async () => {
    const order: string[] = [];
    const shutdown = createShutdown();
    for (const what of ['database', 'worker', 'server']) {
      await shutdown.add(what, async () => {
        order.push(what);
        if (what === 'worker') throw new Error('stuck');
      });
    }
    const [failures] = await Promise.all([shutdown.run(), shutdown.run()]);
    expect(order).toEqual(['server', 'worker', 'database']);
    await shutdown.add('late', async () => order.push('late'));
    expect(order.at(-1)).toBe('late');
    expect(failures.map(({ message }) => message)).toEqual(['không dừng được worker: stuck']);
  });
});

describe('the mark of a running start', () => {
  it('turns a second start away, naming the address and the process', async () => {
    const home = newFolder();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const mark = takeDataFolder(home);
    mark.tellAddress('http://localhost:8080');
    expect(findRunning(home)).toBeUndefined();

    const stat = readFileSync(`/proc/${other.pid}/stat`, 'utf8');
    const startedAt = stat.split(') ')[1]?.split(' ')[19];
    const url = 'http://localhost:8080';
    writeFileSync(join(home, 'running.json'), JSON.stringify({ pid: other.pid, startedAt, url }));
    expect(() => takeDataFolder(home)).toThrow(/8080.*tiến trình/);

    other.kill('SIGKILL');
    await new Promise((done) => other.once('exit', done));
    expect(() => takeDataFolder(home)).not.toThrow();
  });

  it('does not take a reused process number for a running start', () => {
    const home = newFolder();
    writeFileSync(join(home, 'running.json'), JSON.stringify({ pid: process.ppid, startedAt: 'long ago' }));
    expect(findRunning(home)).toBeUndefined();
    writeFileSync(join(home, 'running.json'), '{"pid":');
    expect(findRunning(home)).toBeUndefined();
  });
});

describe('the key of the web build', () => {
  it('changes with the inputs and not with tests', () => {
    const checkout = newFolder();
    mkdirSync(join(checkout, 'src/web'), { recursive: true });
    writeFileSync(join(checkout, 'src/web/root.tsx'), 'one');
    const hash = inputsHash(checkout);
    writeFileSync(join(checkout, 'src/web/root.test.tsx'), 'a test');
    expect(inputsHash(checkout)).toBe(hash);
    writeFileSync(join(checkout, 'src/web/root.tsx'), 'two');
    expect(inputsHash(checkout)).not.toBe(hash);
  });

  it('is believed only when the finished build carries it', () => {
    const checkout = newFolder();
    expect(isBuilt(checkout)).toBe(false);
    mkdirSync(join(checkout, 'build'));
    writeFileSync(join(checkout, 'build/inputs.sha256'), inputsHash(checkout));
    expect(isBuilt(checkout)).toBe(true);
  });
});
