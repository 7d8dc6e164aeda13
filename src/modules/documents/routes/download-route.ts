import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ByteRange } from '../../../platform/blob-store.ts';
import { sendRefusal } from '../../../platform/http/error-handler.ts';
import { contentDisposition } from '../core/file-name.ts';
import { fileTypeOf } from '../core/file-types.ts';
import { findReadableFile, type OpenFileDeps, openContent, recordOpening } from '../queries/open-file.ts';
import { parseByteRange } from './byte-range.ts';

interface FileRequest {
  readonly Params: { readonly fileId: string };
  readonly Querystring: { readonly 'tai-ve'?: string; readonly mo?: string };
}

const apiSchema = { tags: ['files'], summary: 'Nội dung tệp', produces: ['application/octet-stream'] };

/** A file may show itself and nothing else: no script, no request, no frame but ours. */
const sandboxed =
  "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
/** Safari and older Chromium show nothing of a sandboxed PDF; their viewers shut it in by themselves. */
const pdfPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/**
 * `GET /tep/:fileId`: the content, shown in the page when it is a PDF or a picture, else (or with `?tai-ve=1`)
 * offered for saving. `?mo=` is the key of a look at what is masked. `GET /api/v1/files/:fileId/content`: the same for integrators.
 */
export function registerDownloadRoutes(server: FastifyInstance, deps: OpenFileDeps): void {
  const handler = (request: FastifyRequest<FileRequest>, reply: FastifyReply) => send(deps, request, reply);
  server.get<FileRequest>('/tep/:fileId', { schema: { hide: true } }, handler);
  server.get<FileRequest>('/api/v1/files/:fileId/content', { schema: apiSchema }, handler);
}

async function send(deps: OpenFileDeps, request: FastifyRequest<FileRequest>, reply: FastifyReply) {
  const found = await findReadableFile(deps, request.caller, request.params.fileId, request.query.mo);
  if (!found.ok) return sendRefusal(request, reply, found.refusal);
  const file = found.value;
  const inline = fileTypeOf(file.mediaType)?.viewable === true && request.query['tai-ve'] === undefined;
  const isShownPdf = inline && file.mediaType === 'application/pdf';
  const tag = `"${file.sha256}"`;
  reply
    .type(file.mediaType)
    .header('content-disposition', contentDisposition(inline ? 'inline' : 'attachment', file.name))
    .header('content-security-policy', isShownPdf ? pdfPolicy : sandboxed)
    .header('x-content-type-options', 'nosniff')
    .header('x-frame-options', 'SAMEORIGIN')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-cache')
    .header('accept-ranges', 'bytes')
    .header('etag', tag);
  if (request.headers['if-none-match'] === tag) {
    // Whoever sits at the browser now is shown what it kept: a reading of theirs.
    if (request.method !== 'HEAD') await recordOpening(deps, request.caller, file);
    return reply.code(304).send();
  }

  const range = parseByteRange(request.headers.range, file.size);
  if (range === 'unsatisfiable')
    return reply.code(416).header('content-range', `bytes */${file.size}`).send();
  if (range !== undefined) partial(reply, range, file.size);
  else reply.header('content-length', file.size);
  if (request.method === 'HEAD') return reply.send();
  return reply.send(await openContent(deps, request.caller, file, range));
}

function partial(reply: FastifyReply, { start, end }: ByteRange, size: number): void {
  reply
    .code(206)
    .header('content-range', `bytes ${start}-${end}/${size}`)
    .header('content-length', end - start + 1);
}
