import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/**
 * Playwright's web server: the product as `npm start` runs it, in an empty data folder, on `E2E_PORT`; with
 * `TEST_DATABASE_URL` on a new database of that server, which is dropped afterwards.
 */
const home = mkdtempSync(join(tmpdir(), 'motcua-e2e-'));
// PostgreSQL's own account must be able to enter.
chmodSync(home, 0o755);
const database = await createDatabase();
const product = startProduct(database?.url);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => product.kill('SIGTERM'));
const parent = process.ppid;
setInterval(() => process.ppid !== parent && product.kill('SIGTERM'), 500).unref();

const code = await new Promise<number | null>((done) => product.once('exit', done));
await database?.drop();
rmSync(home, { recursive: true, force: true });
process.exit(code ?? 1);

function startProduct(databaseUrl: string | undefined): ChildProcess {
  const { npm_lifecycle_event: _, ...inherited } = process.env;
  return spawn(process.execPath, ['scripts/launch.mjs', 'start'], {
    env: {
      ...inherited,
      MOTCUA_DATA: home,
      MOTCUA_PORT: process.env.E2E_PORT,
      // Every test comes from an address of its own, so that the limits per address are felt only where they are tested.
      MOTCUA_TRUST_PROXY: '1',
      MOTCUA_UPLOAD_MEGABYTES: '20',
      DATABASE_URL: databaseUrl ?? '',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function createDatabase(): Promise<{ url: string; drop(): Promise<void> } | undefined> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return undefined;
  const name = `motcua_e2e_${process.pid}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await onServer(server, `create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  return { url: url.href, drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
