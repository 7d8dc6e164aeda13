import { randomBytes } from 'node:crypto';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Jurisdiction } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Caller } from '../platform/http/caller.ts';
import { refusalOfError, sendRefusal } from '../platform/http/error-handler.ts';
import { localeOfRequest } from '../platform/http/locale-of-request.ts';
import { internalProblem, problemOf } from '../platform/http/problem.ts';
import { sessionCookie } from '../platform/http/session-cookie.ts';
import type { PortalInfo, RequestApp } from '../web/context.ts';
import type { WebModules } from '../web/modules.ts';
import { refuseStrangeBody } from './strange-body.ts';
import type { WebBuild } from './web-build.ts';

export interface PageRoutesOptions {
  readonly web: WebBuild;
  readonly modules: WebModules;
  readonly portal: PortalInfo;
  readonly baseUrl: URL;
  readonly jurisdiction: Jurisdiction;
  readonly clock: () => Date;
}

/** What pages answer to; forms know no other. */
const pageMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

const assetLifetimeMs = 365 * 86_400_000;

/** All pages, their assets, and the designed page for whatever goes wrong before a page is reached. */
export async function registerPageRoutes(server: FastifyInstance, options: PageRoutesOptions): Promise<void> {
  await server.register(fastifyStatic, {
    root: options.web.assetsFolder,
    wildcard: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      const lifetime = hashed
        ? `public, max-age=${assetLifetimeMs / 1000}, immutable`
        : 'public, max-age=3600';
      reply.header('cache-control', lifetime);
    },
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.setErrorHandler(async (error, request, reply) => {
    const refusal = refusalOfError(error as Parameters<typeof refusalOfError>[0]);
    if (refusal === undefined) request.log.error({ err: error }, 'request failed');
    return sendErrorPage(request, reply, options, refusal);
  });
  server.all('/*', { schema: { hide: true } }, async (request, reply) => {
    const pathname = request.url.split('?', 1)[0] ?? '/';
    request.routePattern = options.web.patternOf(pathname);
    if (!pageMethods.has(request.method)) return sendMethodNotAllowed(request, reply);
    if (request.method === 'POST') await refuseStrangeBody(request, options.web.isPage(request.routePattern));
    return reply.send(
      await options.web.handle(toWebRequest(request, options.baseUrl), requestApp(request, options)),
    );
  });
}

function sendMethodNotAllowed(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = { kind: 'not-found', type: 'http.method-not-allowed' } as const;
  const problem = {
    ...problemOf(refusal, { id: request.id, locale: localeOfRequest(request) }),
    status: 405,
  };
  reply.header('allow', [...pageMethods].join(', '));
  return reply.code(405).type('application/problem+json').send(problem);
}

/** Renders the refusal as a page; where even that fails, as a problem. */
async function sendErrorPage(
  request: FastifyRequest,
  reply: FastifyReply,
  options: PageRoutesOptions,
  refusal: Refusal | undefined,
): Promise<FastifyReply> {
  try {
    if (request.caller === undefined) request.caller = nobody(options);
    const path = localeOfRequest(request) === 'en' ? '/en/loi' : '/loi';
    const app = { ...requestApp(request, options), problem: { refusal, path: request.url } };
    return reply.send(await options.web.handle(new Request(new URL(path, options.baseUrl)), app));
  } catch (error) {
    request.log.error({ err: error }, 'error page failed');
    if (refusal !== undefined) return sendRefusal(request, reply, refusal);
    const problem = internalProblem({ id: request.id, locale: localeOfRequest(request) });
    return reply.code(500).type('application/problem+json').send(problem);
  }
}

/** The caller of a request that was refused before anybody asked who calls. */
function nobody({ jurisdiction, clock }: PageRoutesOptions): Caller {
  const actor = { kind: 'anonymous' } as const;
  const origin = { ip: undefined, userAgent: undefined };
  return { jurisdiction, actor, now: clock(), origin, session: { actor, expired: false } };
}

function requestApp(request: FastifyRequest, options: PageRoutesOptions): RequestApp {
  return {
    modules: options.modules,
    caller: request.caller,
    httpRequestId: request.id,
    locale: localeOfRequest(request),
    portal: options.portal,
    baseUrl: options.baseUrl,
    sessionCookie: sessionCookie(options.baseUrl.protocol === 'https:'),
    openApi: () => request.server.swagger(),
    nonce: randomBytes(16).toString('base64'),
    log: request.log,
  };
}

/** The request as pages see it. Its origin is ours by configuration, whatever the `Host` header claims. */
function toWebRequest(request: FastifyRequest, baseUrl: URL): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== undefined) headers.append(name, item);
  }
  // The guard at the door has judged the origin, also where the site is reached under a second address.
  if (headers.has('origin')) headers.set('origin', baseUrl.origin);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body instanceof Buffer;
  return new Request(new URL(request.url, baseUrl), {
    method: request.method,
    headers,
    ...(hasBody ? { body: new Uint8Array(request.body as Buffer) } : {}),
  });
}
