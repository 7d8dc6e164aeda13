import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import { simulatorAddress } from '../scanning.ts';
import { simulatorStyle } from '../simulator-page.ts';
import { clamdPage } from './clamd-page.ts';
import { simulatedClamd } from './clamd-server.ts';
import { isClamdFault } from './faults.ts';

/** Where its faults are switched. */
export const clamdSimulatorPath = '/mo-phong/quet-ma-doc';

const policy =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const choice = z.object({ 'su-co': z.string().max(40) });

/**
 * The local stand-in for clamd: it listens on a socket in the data folder as long as the server runs, and its page switches faults on.
 * Throws in production mode, whoever asks.
 */
export function clamdSimulator(
  config: Pick<Config, 'mode' | 'dataFolder'>,
): (server: FastifyInstance) => void {
  if (config.mode !== 'demo') throw new Error('the clamd simulator runs in demo mode only');
  const clamd = simulatedClamd();
  const { path } = simulatorAddress(config);
  return (server) => {
    server.addHook('onReady', async () => {
      // Of a process that was killed.
      await rm(path, { force: true });
      clamd.server.listen(path);
      await once(clamd.server, 'listening');
    });
    server.addHook('onClose', async () => {
      clamd.server.close();
    });
    const hidden = { schema: { hide: true } };
    server.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 1000 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    server.get(clamdSimulatorPath, hidden, (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-security-policy', policy)
        .send(clamdPage(clamdSimulatorPath, clamd)),
    );
    server.post(clamdSimulatorPath, hidden, (request, reply) => {
      const chosen = choice.safeParse(request.body).data?.['su-co'];
      clamd.fault = isClamdFault(chosen) ? chosen : undefined;
      return reply.redirect(clamdSimulatorPath, 303);
    });
    server.get(`${clamdSimulatorPath}/kieu.css`, hidden, (_request, reply) =>
      reply.type('text/css; charset=utf-8').send(simulatorStyle),
    );
  };
}
