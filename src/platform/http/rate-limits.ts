import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { networkOf } from '../network-of.ts';
import { RefusalError } from './refusal-error.ts';

interface Limit {
  readonly name: string;
  readonly perMinute: number;
  readonly applies: (request: FastifyRequest, pathname: string) => boolean;
}

/**
 * Per client address and minute; the first that applies counts. Many people share one address (offices, mobile
 * carriers), so this only stops machines; codes and logins count their own wrong answers besides.
 */
const limits: readonly Limit[] = [
  { name: 'look-up', perMinute: 30, applies: ({ method }, path) => isLookUp(path, method) },
  {
    name: 'sign-in',
    perMinute: 60,
    applies: ({ method }, path) => method === 'POST' && path.includes('dang-nhap'),
  },
  // Each begins a row and, at first, asks the issuer.
  {
    name: 'issuer',
    perMinute: 300,
    applies: (_request, path) => /^\/(dang-nhap\/(vneid|callback)|can-bo\/dang-nhap\/tinh)/.test(path),
  },
  {
    name: 'report',
    perMinute: 30,
    applies: ({ method }, path) => method === 'POST' && /^\/thu-tuc\/[^/]+\/bao-sai/.test(path),
  },
  {
    name: 'proof',
    perMinute: 60,
    applies: ({ method }, path) => method === 'POST' && path.includes('xac-thuc'),
  },
  {
    name: 'upload',
    perMinute: 120,
    applies: ({ method }, path) => method === 'POST' && /^\/(tai-len|api\/v1\/files)|\/tep$/.test(path),
  },
  // A whole list at a time: what somebody who copies everything would ask for.
  { name: 'export', perMinute: 60, applies: (_request, path) => /\/xuat(\.csv)?$/.test(path) },
  { name: 'search', perMinute: 600, applies: (request, path) => path.endsWith('/thu-tuc') && asks(request) },
];

const everythingElse = { name: 'any', perMinute: 6000 };

/** Registers the limits on every route of `server`; `factor` widens them (tests that load, not that probe). */
export async function registerRateLimits(server: FastifyInstance, factor = 1): Promise<void> {
  await server.register(rateLimit, {
    global: true,
    timeWindow: 60_000,
    cache: 20_000,
    allowList: (request) => pathOf(request).startsWith('/assets/'),
    max: (request) => limitOf(request).perMinute * factor,
    keyGenerator: (request) => `${limitOf(request).name} ${networkOf(request.ip)}`,
    errorResponseBuilder: (_request, { ttl }) =>
      new RefusalError({
        kind: 'too-many',
        type: 'http.too-many-requests',
        params: { seconds: Math.ceil(ttl / 1000) },
      }),
  });
}

function limitOf(request: FastifyRequest): Pick<Limit, 'name' | 'perMinute'> {
  const pathname = pathOf(request);
  return limits.find(({ applies }) => applies(request, pathname)) ?? everythingElse;
}

/** The address as the pages read it: they match without regard to case, escapes, dots and doubled slashes. */
function pathOf({ url }: FastifyRequest): string {
  const given = url.replace(/^[/\\]+/, '/');
  const { pathname } = URL.canParse(given, 'http://here') ? new URL(given, 'http://here') : { pathname: '/' };
  return pathname
    .replace(/%[0-9a-f]{2}/gi, (octet) => String.fromCharCode(Number.parseInt(octet.slice(1), 16)))
    .replace(/\/+/g, '/')
    .toLowerCase();
}

function isLookUp(pathname: string, method: string): boolean {
  return (method === 'POST' && /^(\/en)?\/tra-cuu/.test(pathname)) || pathname.startsWith('/api/v1/look-up');
}

function asks(request: FastifyRequest): boolean {
  return request.method === 'POST' || request.url.includes('?') || request.url.startsWith('/api/');
}
