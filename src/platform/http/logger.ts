import type { FastifyInstance, FastifyServerOptions } from 'fastify';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * JSON logs with ids and without personal data: no addresses with queries, no headers, no bodies, no client
 * address; of a database error only its code and names, never the values it quotes.
 */
export function loggerOptions(level: LogLevel, stream?: { write(line: string): void }) {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: {
      err: describeError,
      req: (request: { id?: string }) => ({ id: request.id }),
      res: () => ({}),
    },
    ...(stream === undefined ? {} : { stream }),
  } satisfies FastifyServerOptions['logger'];
}

/** One line per answer: method, pattern of the address, status, milliseconds, and whose account asked. */
export function registerRequestLog(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const { method, caller } = request;
    const facts = {
      method,
      route: request.routePattern,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      // Absent when the request was turned away before anybody asked who calls.
      ...(caller !== undefined && 'accountId' in caller.actor && { account: caller.actor.accountId }),
    };
    request.log.info(facts, 'answered');
  });
}

interface LoggedError {
  type: string;
  message: string;
  stack: string;
  /** Code, constraint and table of a database error; the cause, described likewise. */
  [field: string]: unknown;
}

/** What of an error may be logged. PostgreSQL quotes values in its messages, so those are left out. */
export function describeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const fields = error as Error & {
    code?: unknown;
    constraint?: unknown;
    table?: unknown;
    severity?: unknown;
  };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    type: error.name,
    message: fields.severity === undefined ? error.message : '',
    stack: frames.join('\n'),
    ...textField('code', fields.code),
    ...textField('constraint', fields.constraint),
    ...textField('table', fields.table),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

function textField(name: string, value: unknown): Record<string, string> {
  return typeof value === 'string' ? { [name]: value } : {};
}
