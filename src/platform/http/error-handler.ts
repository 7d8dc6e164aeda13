import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../../kernel/refusal.ts';
import { localeOfRequest } from './locale-of-request.ts';
import { internalProblem, problemOf } from './problem.ts';
import { RefusalError } from './refusal-error.ts';

/** Answers with problem+json. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const problem = problemOf(refusal, { id: request.id, locale: localeOfRequest(request) });
  return reply.code(problem.status).type('application/problem+json').send(problem);
}

/** Refusals become their problem; anything else is a bug: logged whole, answered without detail. */
export function registerErrorHandler(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOfError(error);
    if (refusal !== undefined) return sendRefusal(request, reply, refusal);
    request.log.error({ err: error }, 'request failed');
    const problem = internalProblem({ id: request.id, locale: localeOfRequest(request) });
    return reply.code(500).type('application/problem+json').send(problem);
  });
  server.setNotFoundHandler((request, reply) =>
    sendRefusal(request, reply, { kind: 'not-found', type: 'http.not-found' }),
  );
}

/** What the parser of uploads says of a body that ends early or has no boundary; its errors carry nothing else. */
const brokenMultipart =
  /^Multipart: Boundary not found|unexpected end of multipart data|^Malformed part header/i;

/** The refusal an error of the framework amounts to; undefined for a bug. */
export function refusalOfError(error: FastifyError | RefusalError): Refusal | undefined {
  if (error instanceof RefusalError) return error.refusal;
  if (brokenMultipart.test(error.message)) return { kind: 'invalid', type: 'http.invalid-body' };
  switch (error.statusCode) {
    case 400:
      return { kind: 'invalid', type: 'http.invalid-body' };
    case 413:
      return { kind: 'too-large', type: 'http.too-large' };
    // The body is not of the kind the route reads (the parser of uploads says 406).
    case 406:
    case 415:
      return { kind: 'invalid', type: 'http.unsupported-media-type' };
    case 503:
      return { kind: 'unavailable', type: 'http.unavailable' };
    default:
      return undefined;
  }
}
