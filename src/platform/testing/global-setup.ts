import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from '../embedded/embedded-server.ts';
import { ensureTemplateDatabase } from './template-database.ts';

/** One server a run: the one given by TEST_DATABASE_URL, else an embedded one without fsync. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return provide(project, given);
  const dataFolder = await mkdtemp(join(tmpdir(), 'motcua-test-'));
  const server = await startServer({ dataFolder, durable: false });
  await provide(project, server.url);
  return async () => {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
}

async function provide(project: TestProject, serverUrl: string): Promise<undefined> {
  project.provide('serverUrl', serverUrl);
  project.provide('templateDatabase', await ensureTemplateDatabase(serverUrl));
}
