import { readFileSync } from 'node:fs';

/** Things to stop, last started first; every step runs even when an earlier one fails. */
export interface Shutdown {
  /** Something new to stop; at once when everything else is being stopped already. */
  add(what: string, stop: () => Promise<unknown>): Promise<void>;
  /** Stops everything once; later calls wait for the first. Resolves with what failed. */
  run(): Promise<readonly Error[]>;
}

export function createShutdown(): Shutdown {
  const steps: { what: string; stop: () => Promise<unknown> }[] = [];
  let running: Promise<readonly Error[]> | undefined;
  return {
    async add(what, stop) {
      if (running) await stopAll([{ what, stop }]);
      else steps.push({ what, stop });
    },
    run() {
      running ??= stopAll(steps.reverse());
      return running;
    },
  };
}

async function stopAll(steps: readonly { what: string; stop: () => Promise<unknown> }[]): Promise<Error[]> {
  const failures: Error[] = [];
  for (const { what, stop } of steps) {
    try {
      await stop();
    } catch (cause) {
      failures.push(
        new Error(`không dừng được ${what}: ${cause instanceof Error ? cause.message : cause}`, { cause }),
      );
    }
  }
  return failures;
}

/**
 * Calls `stop` once when somebody wants the process to end: Ctrl-C, SIGTERM, a closed terminal, or the launcher
 * or npm above us being gone. A stop that hangs is cut after twenty seconds.
 */
export function onStopRequest(stop: () => Promise<void>): void {
  let requested = false;
  const request = () => {
    if (requested) return;
    requested = true;
    setTimeout(() => process.exit(1), 20_000).unref();
    void stop().then(() => process.exit());
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, request);
  process.on('disconnect', request);
  const starter = process.env.npm_lifecycle_event ? findNpm(process.ppid) : undefined;
  if (starter) setInterval(() => isNpm(starter) || request(), 500).unref();
}

/** The npm above us, perhaps with a shell between (Linux): when it was killed, nobody is there any more to press Ctrl-C. */
function findNpm(pid: number, levels = 3): number | undefined {
  if (pid <= 1 || levels === 0) return undefined;
  return isNpm(pid) ? pid : findNpm(Number(statusOf(pid)[1]), levels - 1);
}

function isNpm(pid: number): boolean {
  return statusOf(pid)[0].startsWith('npm');
}

/** Name and parent of a living process; empty where there is none or no /proc. */
function statusOf(pid: number): readonly [name: string, parent: string] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    const [state, parent = ''] = stat.slice(end + 2).split(' ');
    return state === 'Z' ? ['', ''] : [stat.slice(stat.indexOf('(') + 1, end), parent];
  } catch {
    return ['', ''];
  }
}
