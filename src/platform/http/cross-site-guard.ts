import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusalError } from './refusal-error.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface CrossSiteGuardOptions {
  readonly baseUrl: URL;
  readonly sessionCookie: string;
}

/**
 * Refuses unsafe requests that another site made a browser send. Browsers say where a request comes from
 * (`Sec-Fetch-Site`, else `Origin`); a client that says neither is let through only without a session cookie.
 */
export function registerCrossSiteGuard(server: FastifyInstance, options: CrossSiteGuardOptions): void {
  server.addHook('onRequest', async (request) => {
    if (safe.has(request.method) || isSameSite(request, options)) return;
    throw new RefusalError({ kind: 'forbidden', type: 'http.cross-site' });
  });
}

function isSameSite(request: FastifyRequest, { baseUrl, sessionCookie }: CrossSiteGuardOptions): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const origin = request.headers.origin;
  if (origin === undefined) return request.cookies[sessionCookie] === undefined;
  return origin === baseUrl.origin || hostOf(origin) === request.headers.host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
