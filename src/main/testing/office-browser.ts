import type { FastifyInstance } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { createServer } from '../server.ts';
import type { SeededProduct } from './seeded-product.ts';
import { aServedApp, aServerConfig, builtWeb } from './served-app.ts';
import { morning } from './test-config.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The offices' pages as a browser without script uses them; who asks is named with each request. */
export async function officeBrowser(world: SeededProduct, test: TestDatabase, clock = () => morning) {
  const actors = new Map<string, Actor>();
  const ended = new Map<string, 'citizen' | 'officer'>();
  const server: FastifyInstance = await createServer({
    config: aServerConfig(),
    app: aServedApp({
      jurisdiction: test.jurisdiction,
      clock,
      modules: world.product.modules,
      resolveSession: async (token = '') => {
        const endedOf = ended.get(token);
        if (endedOf) return { actor: { kind: 'anonymous' }, expired: true, endedOf };
        const actor = actors.get(token) ?? { kind: 'anonymous' };
        return { actor, expired: false, displayName: 'Cán bộ thử' };
      },
    }),
    web: await builtWeb(),
  });
  const open = (url: string, as: string) => server.inject({ url, cookies: { motcua: as } });

  function post(url: string, as: string, fields: Fields) {
    const pairs = Object.entries(fields).flatMap(([name, given]) =>
      [given].flat().map((value): [string, string] => [name, String(value)]),
    );
    return server.inject({
      url,
      method: 'POST',
      cookies: { motcua: as },
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(pairs).toString(),
    });
  }

  return {
    close: () => server.close(),
    /** Who sends requests under this name from now on. */
    knows: (name: string, actor: Actor) => actors.set(name, actor),
    /** Whose session, kept under this name, has ended. */
    ended: (name: string, kind: 'citizen' | 'officer') => ended.set(name, kind),
    open,
    post,
    /** The hidden fields of the page's form that holds this piece of its markup. */
    fieldsOf: async (url: string, as: string, mark: string) => hiddenFields((await open(url, as)).body, mark),
    /** Sends a form with a request id of its own. */
    send: (url: string, as: string, fields: Fields) => post(url, as, { ...fields, requestId: newUuidV7() }),
  };
}

function hiddenFields(body: string, mark: string): Record<string, string> {
  const form = body.split('<form').find((each) => each.includes(mark)) ?? '';
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}
