import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { findServer, startServer } from './embedded-server.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-embedded-'));
  folders.push(folder);
  return folder;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows[0];
}

describe('the embedded server', () => {
  it('keeps its data over a restart, and replaces an orphan that a killed start left behind', async () => {
    const dataFolder = newFolder();
    const first = await startServer({ dataFolder, durable: true });
    await ask(first.url, "create table kept as select 'còn đây' as word");

    const second = await startServer({ dataFolder, durable: true });
    expect(second.pid).not.toBe(first.pid);
    expect(await ask(second.url, 'select word from kept')).toEqual({ word: 'còn đây' });

    expect(findServer(dataFolder)?.url).toBe(second.url);
    await second.stop();
    expect(findServer(dataFolder)).toBeUndefined();
  });

  it('uses UTF-8 and brings the extensions the product needs', async () => {
    const server = await startServer({ durable: false });
    expect(
      await ask(
        server.url,
        `select current_setting('server_encoding') as encoding, count(*)::int as extensions
           from pg_available_extensions where name in ('unaccent', 'pg_trgm', 'btree_gin', 'btree_gist')`,
      ),
    ).toEqual({ encoding: 'UTF8', extensions: 4 });
    await server.stop('smart');
    await expect(ask(server.url, 'select 1')).rejects.toThrow();
  });
});
