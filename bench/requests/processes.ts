import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkout } from '../../src/platform/embedded/data-home.ts';
import type { BareScript } from './bare-server.ts';
import type { World } from './open-world.ts';

/** A server in a process of its own. */
export interface Served {
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** `motcua serve` as in production: its own process, logging to a file. */
export async function serveProduct(world: World): Promise<Served> {
  const log = openSync(join(world.env.MOTCUA_DATA ?? '', 'serve.log'), 'a');
  const child = spawn(process.execPath, [join(checkout, 'src/main/cli.ts'), 'serve'], {
    env: { ...process.env, ...world.env },
    stdio: ['ignore', log, 'inherit'],
  });
  const address = `http://127.0.0.1:${world.env.MOTCUA_PORT}`;
  for (let waited = 0; waited < 300; waited += 1) {
    if (child.exitCode !== null) throw new Error('the product did not start');
    if ((await fetch(`${address}/healthz`).catch(() => undefined))?.ok) return served(child, address);
    await pause(100);
  }
  child.kill();
  throw new Error('the product does not answer');
}

/** The server that only repeats the product's statements. */
export async function serveBare(script: BareScript): Promise<Served> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'), { serialization: 'advanced' });
  child.send(script);
  const [address] = (await once(child, 'message')) as [AddressInfo];
  return served(child, `http://127.0.0.1:${address.port}`);
}

function served(child: ChildProcess, address: string): Served {
  return {
    address,
    pid: child.pid ?? 0,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
