import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildName, forgetLeftBuilds } from './left-builds.ts';

it('removes builds of processes that are gone, and nothing else', () => {
  const cache = mkdtempSync(join(tmpdir(), 'motcua-cache-'));
  const { pid: gone } = spawnSync(process.execPath, ['--version']);
  const mine = `${buildName}${process.pid}`;
  const others = [mine, `${buildName}ours`, 'typecheck'];
  for (const name of [...others, `${buildName}${gone}`])
    mkdirSync(join(cache, name, 'server'), { recursive: true });
  forgetLeftBuilds(cache);
  expect(readdirSync(cache).sort()).toEqual(others.sort());
  rmSync(cache, { recursive: true });
});
