import cookie from '@fastify/cookie';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { newUuidV7 } from '../ids.ts';
import { registerCrossSiteGuard } from './cross-site-guard.ts';
import { registerErrorHandler } from './error-handler.ts';
import { type LogLevel, loggerOptions, registerRequestLog } from './logger.ts';
import { registerMetrics } from './metrics.ts';
import { registerPossibleAddresses, wellFormed } from './possible-address.ts';
import { registerRateLimits } from './rate-limits.ts';
import { RefusalError } from './refusal-error.ts';
import { registerRoutePattern } from './route-pattern.ts';
import { registerSecurityHeaders } from './security-headers.ts';
import { sessionCookie } from './session-cookie.ts';
import { registerZodRoutes } from './zod-routes.ts';

export interface HttpServerOptions {
  readonly baseUrl: URL;
  /** Reverse proxies in front whose forwarding headers are believed. */
  readonly trustedProxies: number;
  readonly logLevel: LogLevel;
  /** Where log lines go; standard output when absent. */
  readonly logStream?: { write(line: string): void };
  readonly rateLimitFactor?: number;
  /** Milliseconds the process may fall behind before it turns requests away; 0: whatever comes is answered. */
  readonly maxEventLoopDelay?: number;
}

/** Bodies of forms and API calls; uploads stream through their own route with its own cap. */
const bodyLimit = 1_048_576;

/** A server with everything every route shares, and no route but `/metrics` yet. */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const secure = options.baseUrl.protocol === 'https:';
  const server = Fastify({
    logger: loggerOptions(options.logLevel, options.logStream),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newUuidV7<'http-request'>(),
    trustProxy: (_address, hop) => hop < options.trustedProxies,
    bodyLimit,
    forceCloseConnections: 'idle',
    rewriteUrl: ({ url = '/' }) => wellFormed(url),
  });
  registerErrorHandler(server);
  registerZodRoutes(server);
  registerRoutePattern(server);
  registerRequestLog(server);
  await registerSecurityHeaders(server, secure);
  registerPossibleAddresses(server);
  await server.register(cookie);
  await server.register(underPressure, {
    maxEventLoopDelay: options.maxEventLoopDelay ?? 2_000,
    pressureHandler: () => {
      throw new RefusalError({ kind: 'unavailable', type: 'http.unavailable' });
    },
  });
  await registerRateLimits(server, options.rateLimitFactor);
  registerCrossSiteGuard(server, { baseUrl: options.baseUrl, sessionCookie: sessionCookie(secure).name });
  registerMetrics(server);
  return server;
}
