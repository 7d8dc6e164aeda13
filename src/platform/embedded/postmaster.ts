import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a running server writes about itself in its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The server that runs on this cluster folder, if one does; a stale file of a dead server is not one. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isServerProcess(pid)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Process numbers are reused after a reboot, so a number alone proves nothing. */
function isServerProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .includes('postgres');
  } catch {
    return (
      existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
    );
  }
}

/**
 * Asks the server to stop and waits until it has: `fast` cuts its clients off, `smart` lets them finish
 * for at most five seconds first. Throws when it still runs after thirty seconds.
 */
export async function stopPostmaster(cluster: string, how: 'fast' | 'smart'): Promise<void> {
  const running = findPostmaster(cluster);
  if (!running) return;
  if (how === 'smart') {
    process.kill(running.pid, 'SIGTERM');
    if (await ended(cluster, running.pid, 5_000)) return;
  }
  process.kill(running.pid, 'SIGINT');
  if (await ended(cluster, running.pid, 30_000)) return;
  throw new Error(`PostgreSQL (tiến trình ${running.pid}) không dừng sau 30 giây: kill ${running.pid}`);
}

async function ended(cluster: string, pid: number, withinMs: number): Promise<boolean> {
  for (let waited = 0; waited < withinMs; waited += 50) {
    if (findPostmaster(cluster)?.pid !== pid) return true;
    await sleep(50);
  }
  return false;
}
