import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Jurisdiction } from '../../kernel/id.ts';
import { createDatabase, type Database } from '../database.ts';
import { urlOf } from './test-database-url.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser URL of the run's server. */
    serverUrl: string;
    templateDatabase: string;
  }
}

export interface TestDatabase {
  /** As the application: role motcua_app, jurisdiction 1. */
  readonly db: Database;
  /** As the owner, without row-level security: for looking from outside. */
  readonly owner: Database;
  /** Owner URL of the clone, for pools of one's own. */
  readonly url: string;
  readonly jurisdiction: Jurisdiction;
}

/** A clone of the migrated template for this test file, dropped afterwards. Call it at the top of a `describe`. */
export function useTestDatabase(): TestDatabase {
  const name = `motcua_test_${randomBytes(6).toString('hex')}`;
  const clone: { db?: Database; owner?: Database; url?: string } = {};
  beforeAll(async () => {
    await onServer((client) =>
      client.query(`create database ${name} template ${inject('templateDatabase')}`),
    );
    clone.url = urlOf(inject('serverUrl'), name);
    clone.db = createDatabase({ url: clone.url, role: 'motcua_app', jurisdiction: 1, maxConnections: 20 });
    clone.owner = createDatabase({ url: clone.url, maxConnections: 2 });
  });
  afterAll(async () => {
    await clone.db?.destroy();
    await clone.owner?.destroy();
    await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
  });
  return {
    get db() {
      return started(clone.db);
    },
    get owner() {
      return started(clone.owner);
    },
    get url() {
      return started(clone.url);
    },
    jurisdiction: 1 as Jurisdiction,
  };
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(inject('serverUrl'));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function started<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the test database is ready only inside tests and hooks');
  return value;
}
