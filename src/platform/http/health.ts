import type { FastifyInstance } from 'fastify';

/** One thing the process needs to serve: the database, its migrations, a worker that lives. */
export interface ReadinessCheck {
  readonly name: string;
  /** Told, but the process can serve all the same. */
  readonly advisory?: true;
  /** Resolves to undefined when well, else to what is wrong; a throw counts as wrong. */
  readonly check: () => Promise<string | undefined>;
}

interface CheckReport {
  readonly name: string;
  readonly ok: boolean;
  readonly detail?: string;
}

/** `/healthz`: the process answers. `/readyz`: it can serve; 503 with what is missing otherwise. */
export function registerHealth(server: FastifyInstance, checks: readonly ReadinessCheck[]): void {
  server.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  server.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const reports = await Promise.all(checks.map(report));
    const ready = reports.every(({ ok }, index) => ok || checks[index]?.advisory);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', checks: reports });
  });
}

async function report({ name, check }: ReadinessCheck): Promise<CheckReport> {
  try {
    const detail = await check();
    return detail === undefined ? { name, ok: true } : { name, ok: false, detail };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.name : 'error' };
  }
}
