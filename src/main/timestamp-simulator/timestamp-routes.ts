import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import { simulatorStyle } from '../simulator-page.ts';
import { isTimestampFault, type TimestampFaultName } from './faults.ts';
import { respond } from './responder.ts';
import { simulatedAuthority } from './simulated-authority.ts';
import { timestampPage } from './timestamp-page.ts';

/** Where the simulated authority answers, under the product's own address. */
export const timestampSimulatorPath = '/mo-phong/dau-thoi-gian';

const policy =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The local stand-in for a timestamp authority: a real responder of RFC 3161 whose certificates say that it is none. Its page
 * switches faults on. Throws in production mode, whoever asks.
 */
export function timestampSimulator(
  config: Pick<Config, 'mode' | 'stampKey'>,
  clock: () => Date,
): (server: FastifyInstance) => void {
  if (config.mode !== 'demo') throw new Error('the timestamp simulator runs in demo mode only');
  const authority = simulatedAuthority(config.stampKey);
  let fault: TimestampFaultName | undefined;
  let answered = 0;
  return (server) => {
    const hidden = { schema: { hide: true } };
    server.addContentTypeParser(
      'application/timestamp-query',
      { parseAs: 'buffer', bodyLimit: 10_000 },
      asIs,
    );
    server.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 1000 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    server.get(timestampSimulatorPath, hidden, (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-security-policy', policy)
        .send(timestampPage(timestampSimulatorPath, fault, answered)),
    );
    server.post(timestampSimulatorPath, hidden, async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) {
        const chosen = choice.safeParse(request.body).data?.['su-co'];
        fault = isTimestampFault(chosen) ? chosen : undefined;
        return reply.redirect(timestampSimulatorPath, 303);
      }
      if (fault === 'down') return reply.code(503).type('text/plain').send('the simulated authority is down');
      if (fault === 'slow') await new Promise((resolve) => reply.raw.once('close', resolve));
      if (fault === 'garbage')
        return reply.type('application/timestamp-reply').send(Buffer.from('no timestamp'));
      answered += 1;
      return reply.type('application/timestamp-reply').send(respond(request.body, authority, clock(), fault));
    });
    server.get(`${timestampSimulatorPath}/kieu.css`, hidden, (_request, reply) =>
      reply.type('text/css; charset=utf-8').send(simulatorStyle),
    );
    server.get(`${timestampSimulatorPath}/chung-thu-goc.pem`, hidden, (_request, reply) =>
      reply.type('application/x-pem-file').send(authority.anchor.toString()),
    );
  };
}

const choice = z.object({ 'su-co': z.string().max(40) });

function asIs(
  _request: unknown,
  body: string | Buffer,
  done: (error: null, body: string | Buffer) => void,
): void {
  done(null, body);
}
