import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostmaster } from './postmaster.ts';
import { serverAccount } from './server-account.ts';
import { serverBinaries } from './server-binaries.ts';

/** One byte order and one locale everywhere: sorting by Vietnamese rules is asked for by name, never inherited. */
const initdbFlags = ['--encoding=UTF8', '--locale=C.UTF-8', '--username=postgres', '--auth=scram-sha-256'];

/**
 * Creates the cluster unless it is there (PG_VERSION says so). Made beside and renamed, so that a kill
 * in the middle leaves nothing that looks finished.
 */
export async function initialise(cluster: string, passwordFile: string, durable: boolean): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  const half = `${cluster}.half`;
  rmSync(half, { recursive: true, force: true });
  const child = spawn(
    serverBinaries().initdb,
    [`--pgdata=${half}`, `--pwfile=${passwordFile}`, ...initdbFlags, ...(durable ? [] : ['--no-sync'])],
    { ...serverAccount(), cwd: dirname(cluster), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((done, fail) => child.once('close', done).once('error', fail));
  if (code !== 0) throw new Error(`Không tạo được cụm PostgreSQL (initdb, mã ${code}):\n${output}`);
  renameSync(half, cluster);
}

interface Launch {
  readonly cluster: string;
  readonly logFile: string;
  readonly port: number;
  readonly durable: boolean;
}

/** Starts the postmaster in a session of its own, so that Ctrl-C reaches it only through us, after the product has drained. */
export async function launch(options: Launch): Promise<void> {
  const log = openLog(options.logFile);
  const child = spawn(serverBinaries().postgres, ['-D', options.cluster, ...settings(options)], {
    ...serverAccount(),
    cwd: options.cluster,
    detached: true,
    stdio: ['ignore', log, log],
  });
  let exited = false;
  child.once('exit', () => (exited = true)).once('error', () => (exited = true));
  child.unref();
  closeSync(log);
  for (let waited = 0; waited < 60_000; waited += 20) {
    const running = findPostmaster(options.cluster);
    if (running?.ready && running.pid === child.pid) return;
    if (exited) break;
    await sleep(20);
  }
  throw new Error(
    `PostgreSQL không khởi động được; cuối nhật ký ${options.logFile}:\n${tail(options.logFile)}`,
  );
}

function settings({ port, durable }: Launch): string[] {
  const flags = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=256MB',
    'timezone=Asia/Ho_Chi_Minh',
    'log_timezone=Asia/Ho_Chi_Minh',
    'jit=off',
  ];
  const careless = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'wal_level=minimal',
    'max_wal_senders=0',
  ];
  return (durable ? flags : [...flags, ...careless]).flatMap((flag) => ['-c', flag]);
}

function openLog(file: string): number {
  const tooLong = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000;
  const log = openSync(file, tooLong ? 'w' : 'a', 0o600);
  const account = serverAccount();
  if (account) chownSync(file, account.uid, account.gid);
  return log;
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-12).join('\n');
}
