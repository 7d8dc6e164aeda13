import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startServer } from '../src/platform/embedded/embedded-server.ts';
import { ensureTemplateDatabase } from '../src/platform/testing/template-database.ts';
import { urlOf } from '../src/platform/testing/test-database-url.ts';

/**
 * Measures on a migrated, empty database that is dropped afterwards: on the server of TEST_DATABASE_URL, else on one of its own,
 * whose process is told (its processor time counts). `durable` servers wait for the disk at each commit.
 */
export async function onAFreshDatabase(
  { durable }: { readonly durable: boolean },
  measure: (url: string, serverPid: number | undefined) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-'));
  const given = process.env.TEST_DATABASE_URL || undefined;
  const server = given ? undefined : await startServer({ dataFolder: folder, durable });
  const serverUrl = given ?? server?.url ?? '';
  const name = `motcua_bench_${randomUUID().slice(0, 8)}`;
  const admin = new pg.Client(serverUrl);
  await admin.connect();
  try {
    await admin.query(`create database ${name} template ${await ensureTemplateDatabase(serverUrl)}`);
    await measure(urlOf(serverUrl, name), server?.pid);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
