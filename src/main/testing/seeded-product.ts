import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Actor, CitizenActor, OfficerActor } from '../../kernel/actor.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { aCitizenAccount } from '../../modules/identity/testing/test-identity.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { createSeal } from '../../platform/sealed-text.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { compose, type Product } from '../compose.ts';
import { seedReferenceData } from '../seed.ts';
import { seedDemo } from '../seed-demo.ts';

/** A weekday morning in office hours. */
export const morning = new Date('2026-11-23T08:30:00+07:00');

const password = 'demo-password';
const sealKeys = {
  keys: new Map([['test', Buffer.alloc(32, 7)]]),
  currentKeyId: 'test',
  blindKey: Buffer.alloc(32, 8),
};

export interface SeededProduct {
  readonly product: Product;
  /** Somebody's request at an instant; every call is a new request. */
  as(actor: Actor, now?: Date): CommandContext;
  /** The demo officer of this login, signed in. */
  officer(login: string): Promise<OfficerActor>;
  citizen(name: string, identityNumber: string, phone: string): Promise<CitizenActor>;
  /** Does what the worker would do now, until nothing is left to do. */
  runJobs(now?: Date): Promise<void>;
}

/** The whole product on a test database with the shipped facts and demo people, composed as in production. */
export function useSeededProduct(test: TestDatabase): SeededProduct {
  let product: Product | undefined;
  let folder = '';
  const started = () => {
    if (!product) throw new Error('the product is ready only inside tests and hooks');
    return product;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-product-'));
    product = await compose({
      mode: 'demo',
      databaseUrl: test.url,
      migrationUrl: test.url,
      queueUrl: test.url,
      baseUrl: new URL('http://localhost:8080'),
      host: '127.0.0.1',
      port: 8080,
      trustedProxies: 0,
      dataFolder: folder,
      uploadBytes: 50_000_000,
      sessionSecret: 's'.repeat(32),
      sealKeys,
      oidc: undefined,
      clock: morning,
      logLevel: 'error',
    });
    await seedReferenceData(product);
    await seedDemo(product, password);
  }, 120_000);
  afterAll(async () => {
    await product?.close();
    await rm(folder, { recursive: true, force: true });
  });
  const origin = { ip: '127.0.0.1', userAgent: 'test' };
  return {
    get product() {
      return started();
    },
    as: (actor, now = morning) => ({
      jurisdiction: test.jurisdiction,
      actor,
      now,
      origin,
      requestId: newUuidV7(),
    }),
    async officer(login) {
      const { identity } = started().modules;
      const session = await identity.signInOfficer({ login, password }, morning, origin);
      if (!session.ok) throw new Error(`${login}: ${session.refusal.type}`);
      const { actor } = await identity.resolveSession(session.value.token, morning);
      if (actor.kind !== 'officer') throw new Error(`${login} is no officer`);
      return actor;
    },
    citizen: (name, identityNumber, phone) =>
      aCitizenAccount(
        test.db,
        test.jurisdiction,
        createSeal(sealKeys),
        { name, identityNumber, phone },
        morning,
      ),
    runJobs: () => runJobs(started(), test),
  };
}

async function runJobs(product: Product, test: TestDatabase): Promise<void> {
  const { createPool } = await import('../../platform/database.ts');
  const { runTaskListOnce } = await import('graphile-worker');
  const pool = createPool({ url: test.url, role: 'motcua_queue', maxConnections: 2 });
  const client = await pool.connect();
  try {
    const tasks = Object.fromEntries(
      Object.entries(product.tasks).map(([name, handle]) => [name, (payload: unknown) => handle(payload)]),
    );
    await runTaskListOnce({ noPreparedStatements: true }, tasks, client);
  } finally {
    client.release();
    await pool.end();
  }
}
