import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { initialise, launch } from './cluster.ts';
import { freePort } from './free-port.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';
import { canReach, serverAccount } from './server-account.ts';

export interface ServerOptions {
  /** Folder of this server alone; made when missing. A new one in the system's temporary folder when left out. */
  readonly dataFolder?: string;
  /** A free port when left out. */
  readonly port?: number;
  /** False (tests): nothing is flushed to disk and the folder is removed when the server stops. */
  readonly durable: boolean;
}

export interface EmbeddedServer {
  /** Connects as the superuser `postgres` to the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Stops the server; `smart` (a command's own short-lived server) lets other clients finish first. */
  stop(how?: 'fast' | 'smart'): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed on its own folder. A server that still runs there, left by a
 * killed start, is stopped first: its clients are gone and its settings may be old.
 */
export async function startServer(options: ServerOptions): Promise<EmbeddedServer> {
  const folder = prepareFolder(options.dataFolder ?? mkdtempSync(join(tmpdir(), 'motcua-server-')));
  const cluster = join(folder, 'cluster');
  keepPassword(folder);
  await initialise(cluster, join(folder, 'password'), options.durable);
  await stopPostmaster(cluster, 'fast');
  const port = options.port ?? (await freePort());
  await launch({ cluster, logFile: join(folder, 'postgresql.log'), port, durable: options.durable });
  const started = findServer(folder);
  if (!started) throw new Error(`PostgreSQL vừa chạy đã dừng; xem ${join(folder, 'postgresql.log')}`);
  return {
    ...started,
    stop: async (how = 'fast') => {
      await started.stop(how);
      if (!options.durable) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server that runs on this folder now, whoever started it. */
export function findServer(dataFolder: string): EmbeddedServer | undefined {
  const folder = resolve(dataFolder);
  const cluster = join(folder, 'cluster');
  const running = findPostmaster(cluster);
  if (!running?.ready) return undefined;
  return {
    url: `postgres://postgres:${keepPassword(folder)}@127.0.0.1:${running.port}/postgres`,
    port: running.port,
    pid: running.pid,
    stop: (how = 'fast') => stopPostmaster(cluster, how),
  };
}

function prepareFolder(dataFolder: string): string {
  const folder = resolve(dataFolder);
  const account = serverAccount();
  mkdirSync(folder, { recursive: true });
  if (account) chownSync(folder, account.uid, account.gid);
  if (!canReach(folder, account)) {
    throw new Error(
      `Tài khoản "postgres" không vào được thư mục ${folder}. ` +
        'Hãy đặt MOTCUA_DATA tới thư mục mọi tài khoản vào được, ví dụ /var/lib/motcua.',
    );
  }
  return folder;
}

function keepPassword(folder: string): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) {
    const account = serverAccount();
    writeFileSync(file, randomBytes(18).toString('hex'), { mode: 0o600 });
    if (account) chownSync(file, account.uid, account.gid);
  }
  return readFileSync(file, 'utf8');
}
