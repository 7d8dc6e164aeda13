import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { demandsSecondFactor, type Identity } from '../../modules/identity/public.ts';
import type { Config } from '../../platform/config.ts';
import type { DemoOfficerRow } from '../reference-data/demo-people.ts';
import { phoneCodePage, phonesPage } from './pages.ts';

const phonePath = '/mo-phong/dien-thoai';
const params = z.object({ login: z.string().max(100) });

/**
 * The telephones of the fictional officers, each showing the code its authenticator app would show now; JSON for tests. Only in
 * demo mode, where identity answers at all.
 */
export function phoneRoutes(
  config: Pick<Config, 'mode'>,
  deps: { readonly identity: Pick<Identity, 'demoCode'>; readonly clock: () => Date },
  officers: readonly DemoOfficerRow[],
): readonly ((server: FastifyInstance) => void)[] {
  if (config.mode !== 'demo') return [];
  const owners = officers.filter(({ role }) => demandsSecondFactor([role]));
  const html = 'text/html; charset=utf-8';
  return [
    (server) => {
      server.get(phonePath, { schema: { hide: true } }, (_request, reply) =>
        reply.type(html).header('cache-control', 'no-store').send(phonesPage(phonePath, owners)),
      );
      server.get(`${phonePath}/:login`, { schema: { hide: true } }, async (request, reply) => {
        const { login } = params.parse(request.params);
        const shown = await deps.identity.demoCode(login, deps.clock());
        reply.header('cache-control', 'no-store');
        if (request.headers.accept?.includes('application/json')) return reply.send(shown ?? {});
        return reply.type(html).send(phoneCodePage(phonePath, login, shown));
      });
    },
  ];
}
