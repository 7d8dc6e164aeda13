import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { sendRefusal } from '../../../platform/http/error-handler.ts';
import { procedureCode } from '../core/procedure-record.ts';
import { procedureAnswer, proceduresAnswer, toProcedureAnswer } from '../core/wire.ts';
import { type FindProceduresInput, findProcedures, findProceduresInput } from '../queries/find-procedures.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';
import { getVersionInForce } from '../store/find-version.ts';

const listSchema = {
  tags: ['procedures'],
  summary: 'Danh mục thủ tục hành chính đang có hiệu lực, tìm theo chữ, mã, lĩnh vực và cấp',
  querystring: findProceduresInput,
  response: { 200: proceduresAnswer },
};

const oneParams = z.object({ code: procedureCode });
const oneQuery = z.object({ on: z.iso.date().optional() });
const oneSchema = {
  tags: ['procedures'],
  summary: 'Một thủ tục theo phiên bản có hiệu lực trong ngày (mặc định hôm nay)',
  params: oneParams,
  querystring: oneQuery,
  response: { 200: procedureAnswer },
};

interface OneRequest {
  readonly Params: z.infer<typeof oneParams>;
  readonly Querystring: z.infer<typeof oneQuery>;
}

/** The public catalogue for integrators: no account needed, answers carry an ETag. */
export function registerProcedureRoutes(server: FastifyInstance, deps: CatalogueStoreDeps): void {
  server.get<{ Querystring: FindProceduresInput }>(
    '/api/v1/procedures',
    { schema: listSchema },
    async (request, reply) => {
      const found = await findProcedures(deps, request.caller, request.query);
      return found.ok ? send(request, reply, found.value) : sendRefusal(request, reply, found.refusal);
    },
  );
  server.get<OneRequest>('/api/v1/procedures/:code', { schema: oneSchema }, async (request, reply) => {
    const { jurisdiction, now } = request.caller;
    const on = (request.query.on as PlainDate | undefined) ?? plainDateOf(now);
    const found = await getVersionInForce(deps.db, jurisdiction, request.params.code, on);
    if (!found.ok) return sendRefusal(request, reply, found.refusal);
    return send(request, reply, toProcedureAnswer(found.value));
  });
}

/** Public and worth keeping, but to be asked after: what is in force changes at midnight or by a publication. */
function send(request: FastifyRequest, reply: FastifyReply, answer: unknown): FastifyReply {
  const body = JSON.stringify(answer);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 32)}"`;
  reply.header('etag', tag).header('cache-control', 'public, no-cache');
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
  if (known?.includes(tag) || known?.includes('*')) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(body);
}
