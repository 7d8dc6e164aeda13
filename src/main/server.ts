import type { FastifyInstance } from 'fastify';
import type { Jurisdiction } from '../kernel/id.ts';
import { type ResolveSession, registerCaller } from '../platform/http/caller.ts';
import { type ReadinessCheck, registerHealth } from '../platform/http/health.ts';
import { createHttpServer } from '../platform/http/http-server.ts';
import type { LogLevel } from '../platform/http/logger.ts';
import { registerOpenApi } from '../platform/http/openapi.ts';
import { sessionCookie } from '../platform/http/session-cookie.ts';
import type { PortalInfo } from '../web/context.ts';
import type { WebModules } from '../web/modules.ts';
import { registerPageRoutes } from './page-routes.ts';
import type { WebBuild } from './web-build.ts';

/** What the server takes from the configuration. */
export interface ServerConfig {
  readonly baseUrl: URL;
  readonly trustedProxies: number;
  readonly logLevel: LogLevel;
  readonly version: string;
  readonly rateLimitFactor?: number;
  readonly maxEventLoopDelay?: number;
  readonly logStream?: { write(line: string): void };
}

/** What the server serves, built by `compose.ts`. */
export interface ServedApp {
  readonly jurisdiction: Jurisdiction;
  readonly clock: () => Date;
  readonly resolveSession: ResolveSession;
  readonly modules: WebModules;
  readonly portal: PortalInfo;
  readonly readiness: readonly ReadinessCheck[];
  /** Routes of the modules (`/api/v1/...`, uploads, downloads), each in its own scope with `request.caller`. */
  readonly routes: readonly ((server: FastifyInstance) => void | Promise<void>)[];
}

export interface ServerParts {
  readonly config: ServerConfig;
  readonly app: ServedApp;
  readonly web: WebBuild;
}

/** The whole product over HTTP in one process: health, API with its documentation, pages. Not yet listening. */
export async function createServer({ config, app, web }: ServerParts): Promise<FastifyInstance> {
  const server = await createHttpServer(config);
  const cookie = sessionCookie(config.baseUrl.protocol === 'https:').name;
  registerHealth(server, app.readiness);
  await registerOpenApi(server, { baseUrl: config.baseUrl, version: config.version });
  await server.register(async (called) => {
    registerCaller(called, { ...app, sessionCookie: cookie });
    for (const routes of app.routes) await called.register(async (scope) => routes(scope));
    await called.register(async (pages) =>
      registerPageRoutes(pages, { web, baseUrl: config.baseUrl, ...app }),
    );
  });
  return server;
}
