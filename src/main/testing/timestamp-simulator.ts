import fastify from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import type { TimestampFaultName } from '../timestamp-simulator/faults.ts';
import { timestampSimulator, timestampSimulatorPath } from '../timestamp-simulator/timestamp-routes.ts';
import { testSealKeys } from './test-config.ts';

export interface RunningSimulator {
  /** Where it listens; its address is the simulator's path under it. */
  readonly baseUrl: URL;
  /** What its clock says. */
  at: Date;
  /** Switches a fault on as a person does on its page; none: all is well. */
  fail(fault?: TimestampFaultName): Promise<void>;
}

/** The simulated timestamp authority on a port of its own, as long as the tests of a file run. */
export function useTimestampSimulator(start: Date): RunningSimulator {
  const server = fastify();
  let baseUrl: URL | undefined;
  const running: RunningSimulator = {
    get baseUrl() {
      if (!baseUrl) throw new Error('the simulator is ready only inside tests and hooks');
      return baseUrl;
    },
    at: start,
    async fail(fault) {
      await fetch(new URL(timestampSimulatorPath, running.baseUrl), {
        method: 'POST',
        body: new URLSearchParams({ 'su-co': fault ?? '' }),
        redirect: 'manual',
      });
    },
  };
  beforeAll(async () => {
    await server.register(async (scope) =>
      timestampSimulator({ mode: 'demo', stampKey: testSealKeys.blindKey }, () => running.at)(scope),
    );
    baseUrl = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
  });
  afterAll(() => server.close());
  return running;
}
