import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger, runTaskListOnce } from 'graphile-worker';
import { afterAll, beforeAll } from 'vitest';
import type { Actor, CitizenActor, OfficerActor } from '../../kernel/actor.ts';
import type { CommandContext } from '../../kernel/context.ts';
import {
  aCitizenAccount,
  forgetUsedCodes,
  proveByDemoCode,
} from '../../modules/identity/testing/test-identity.ts';
import type { Config } from '../../platform/config.ts';
import { createPool } from '../../platform/database.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { createSeal } from '../../platform/sealed-text.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { compose, type Product } from '../compose.ts';
import { seedReferenceData } from '../seed.ts';
import { seedDemo } from '../seed-demo.ts';
import { aTestConfig, morning, testSealKeys } from './test-config.ts';

const password = 'demo-password';
export interface SeededProduct {
  readonly product: Product;
  /** Somebody's request at an instant; every call is a new request. */
  as(actor: Actor, now?: Date): CommandContext;
  /** The demo officer of this login, signed in, with the posts of that day. */
  officer(login: string, now?: Date): Promise<OfficerActor>;
  citizen(name: string, identityNumber: string, phone: string): Promise<CitizenActor>;
  /** Does what the worker would do now, until nothing is left to do. */
  runJobs(now?: Date): Promise<void>;
}

/** The whole product on a test database with the shipped facts and demo people, composed as in production; `config` changes some of it. */
export function useSeededProduct(
  test: TestDatabase,
  config: () => Partial<Config> = () => ({}),
): SeededProduct {
  let product: Product | undefined;
  let folder = '';
  const started = () => {
    if (!product) throw new Error('the product is ready only inside tests and hooks');
    return product;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-product-'));
    product = await compose({ ...aTestConfig(test.url, folder), ...config() });
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
      actor: provedAt(actor, now),
      now,
      origin,
      requestId: newUuidV7(),
    }),
    async officer(login, now = morning) {
      const { identity } = started().modules;
      const session = await identity.signInOfficer({ login, password }, now, origin);
      if (!session.ok) throw new Error(`${login}: ${session.refusal.type}`);
      await forgetUsedCodes(test.owner, test.jurisdiction);
      await proveByDemoCode(identity, login, { token: session.value.token, now, origin });
      const { actor } = await identity.resolveSession(session.value.token, now);
      if (actor.kind !== 'officer') throw new Error(`${login} is no officer`);
      return actor;
    },
    citizen: (name, identityNumber, phone) =>
      aCitizenAccount(
        test.db,
        test.jurisdiction,
        createSeal(testSealKeys),
        { name, identityNumber, phone },
        morning,
      ),
    runJobs: () => runJobs(started(), test),
  };
}

const silent = new Logger(() => () => undefined);

async function runJobs(product: Product, test: TestDatabase): Promise<void> {
  const pool = createPool({ url: test.url, role: 'motcua_queue', maxConnections: 2 });
  const client = await pool.connect();
  try {
    const tasks = Object.fromEntries(
      Object.entries(product.tasks).map(([name, handle]) => [name, (payload: unknown) => handle(payload)]),
    );
    await runTaskListOnce({ noPreparedStatements: true, logger: silent }, tasks, client);
  } finally {
    client.release();
    await pool.end();
  }
}

/** Tests act at many moments as an officer who signed in once: each request comes from somebody who has just proved who they are. */
function provedAt(actor: Actor, now: Date): Actor {
  return actor.kind === 'officer' && actor.provedAt ? { ...actor, provedAt: now } : actor;
}
