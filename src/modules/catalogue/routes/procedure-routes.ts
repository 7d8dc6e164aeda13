import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dayText } from '../../../kernel/day-input.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { sendRefusal } from '../../../platform/http/error-handler.ts';
import { procedureCode } from '../core/procedure-record.ts';
import {
  changesAnswer,
  procedureAnswer,
  proceduresAnswer,
  toProcedureAnswer,
  versionsAnswer,
} from '../core/wire.ts';
import { changesInput, changesSince } from '../queries/changes-since.ts';
import { type FindProceduresInput, findProcedures, findProceduresInput } from '../queries/find-procedures.ts';
import { listVersions } from '../queries/list-versions.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';
import { getVersionInForce, getVersionNumbered } from '../store/find-version.ts';

const listSchema = {
  tags: ['procedures'],
  summary: 'Danh mục thủ tục hành chính đang có hiệu lực, tìm theo chữ, mã, lĩnh vực và cấp',
  querystring: findProceduresInput,
  response: { 200: proceduresAnswer },
};

const oneParams = z.object({ code: procedureCode });
const oneQuery = z.object({ on: dayText.optional() });
const oneSchema = {
  tags: ['procedures'],
  summary: 'Một thủ tục theo phiên bản có hiệu lực trong ngày (mặc định hôm nay)',
  params: oneParams,
  querystring: oneQuery,
  response: { 200: procedureAnswer },
};

const versionsSchema = {
  tags: ['procedures'],
  summary: 'Mọi phiên bản đã công bố của một thủ tục, ngày hiệu lực mới nhất trước',
  params: oneParams,
  response: { 200: versionsAnswer },
};

const versionParams = z.object({ code: procedureCode, number: z.coerce.number().int().min(1).max(100_000) });
const versionSchema = {
  tags: ['procedures'],
  summary: 'Một phiên bản đúng như đã công bố, không kể các danh mục theo quyết định',
  params: versionParams,
  response: { 200: procedureAnswer },
};

const changesSchema = {
  tags: ['procedures'],
  summary: 'Thay đổi của danh mục từ một vị trí; vị trí tiếp theo luôn được trả về để hỏi lại sau',
  querystring: changesInput,
  response: { 200: changesAnswer },
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
  server.get<{ Querystring: z.infer<typeof changesInput> }>(
    '/api/v1/procedures/changes',
    { schema: changesSchema },
    async (request, reply) => {
      const found = await changesSince(deps, request.caller, request.query);
      return found.ok ? send(request, reply, found.value) : sendRefusal(request, reply, found.refusal);
    },
  );
  server.get<{ Params: z.infer<typeof oneParams> }>(
    '/api/v1/procedures/:code/versions',
    { schema: versionsSchema },
    async (request, reply) => {
      const found = await listVersions(deps, request.caller, request.params.code);
      if (!found.ok) return sendRefusal(request, reply, found.refusal);
      return send(request, reply, { items: found.value });
    },
  );
  server.get<{ Params: z.infer<typeof versionParams> }>(
    '/api/v1/procedures/:code/versions/:number',
    { schema: versionSchema },
    async (request, reply) => {
      const { code, number } = request.params;
      const found = await getVersionNumbered(deps.db, request.caller.jurisdiction, code, number);
      if (!found.ok) return sendRefusal(request, reply, found.refusal);
      return send(request, reply, toProcedureAnswer(found.value));
    },
  );
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
