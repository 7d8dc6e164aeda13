import { join } from 'node:path';
import pg from 'pg';
import type { Environment } from '../../platform/config.ts';
import { dataHome } from '../../platform/embedded/data-home.ts';
import { type EmbeddedServer, findServer, startServer } from '../../platform/embedded/embedded-server.ts';
import { demoSecrets } from './demo-secrets.ts';

export interface ProductEnvironment {
  readonly env: Environment;
  /** Stops the embedded server if this call started it. */
  release(how?: 'fast' | 'smart'): Promise<void>;
}

/**
 * Completes the environment of a demo: data folder, secrets, the simulated scanner, and without `DATABASE_URL` the embedded server:
 * `own` starts it (replacing an orphan), `share` attaches to a running one first. Production gets nothing added.
 */
export async function productEnvironment(
  given: Environment,
  server: 'own' | 'share',
): Promise<ProductEnvironment> {
  if (given.MOTCUA_MODE === 'production') return { env: given, release: async () => undefined };
  const home = dataHome(given);
  const defaults = { MOTCUA_DATA: home, MOTCUA_CLAMD: 'simulator', ...demoSecrets(home) };
  const env: Environment = { ...defaults, ...withoutEmpty(given) };
  if (env.DATABASE_URL) return { env, release: async () => undefined };
  const folder = join(home, 'postgresql');
  const running = server === 'share' ? findServer(folder) : undefined;
  const used = running ?? (await startServer({ dataFolder: folder, durable: true }));
  return {
    env: { ...env, DATABASE_URL: await ownDatabase(used) },
    release: async (how = 'fast') => (running ? undefined : used.stop(how)),
  };
}

function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}

/** The product's database on the embedded server, made at the first start. */
async function ownDatabase(server: EmbeddedServer): Promise<string> {
  const client = new pg.Client(server.url);
  await client.connect();
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'motcua'`);
    if (rowCount === 0) await client.query('create database motcua');
  } finally {
    await client.end();
  }
  return server.url.replace(/\/postgres$/, '/motcua');
}
