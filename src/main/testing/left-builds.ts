import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What the folder of a build under test is called, before the id of the process it belongs to. */
export const buildName = 'web-under-test-';

/** Removes builds of processes that are gone: whoever was killed could not do it. */
export function forgetLeftBuilds(cache: string): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache, { encoding: 'utf8' })) {
    const owner = /^web-under-test-(\d+)$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner)))
      rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
