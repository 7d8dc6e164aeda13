import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Pattern of the address (`/thu-tuc/:code`), for logs and metrics: never the address itself. */
    routePattern: string;
  }
}

/** Gives every request its pattern; the handler of pages replaces it by the page's own. */
export function registerRoutePattern(server: FastifyInstance): void {
  server.decorateRequest('routePattern', '');
  server.addHook('onRequest', async (request) => {
    request.routePattern = request.routeOptions.url ?? 'none';
  });
}
