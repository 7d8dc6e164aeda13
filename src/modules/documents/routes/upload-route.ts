import type { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CommandContext } from '../../../kernel/context.ts';
import { type Id, isUuid, type NewId } from '../../../kernel/id.ts';
import { ok, type Refused, type Result, refuse } from '../../../kernel/result.ts';
import type { BlobStore } from '../../../platform/blob-store.ts';
import type { Database } from '../../../platform/database.ts';
import { commandContextOf } from '../../../platform/http/caller.ts';
import { sendRefusal } from '../../../platform/http/error-handler.ts';
import { RefusalError } from '../../../platform/http/refusal-error.ts';
import { type AdmittedFile, admitFile } from '../commands/admit-file.ts';
import { derivedId, uploadFiles } from '../commands/upload-files.ts';
import {
  type FileView,
  type UploadOutcome,
  uploadedFiles,
  uploadFields,
  withUploadOutcome,
} from '../contract.ts';
import { deleteFiles } from '../store/file-rows.ts';
import { localPath } from './local-path.ts';

/** Puts uploaded files to use (a draft's component); declared here, fulfilled by whoever owns the place. */
export interface UploadTarget {
  /**
   * `fields` are the form's; `ctx.requestId` is the placing's own, the same when the same files come again. A
   * refusal means that the files are forgotten.
   */
  attach(
    ctx: CommandContext,
    fields: Readonly<Record<string, string>>,
    fileIds: readonly Id<'file'>[],
  ): Promise<Result<unknown>>;
}

export interface UploadRouteOptions {
  readonly db: Database;
  readonly newId: NewId;
  readonly blobs: BlobStore;
  readonly target: UploadTarget;
  /** Whether uploads wait for a scanner. */
  readonly isScanning: boolean;
  /** Bytes a file may have. */
  readonly maxBytes: number;
  /** Files one request may carry. */
  readonly maxFiles: number;
}

const apiSchema = {
  tags: ['files'],
  summary: 'Tải tệp lên',
  description:
    'multipart/form-data; tiêu đề Idempotency-Key là một UUID. Tệp nào bị từ chối thì cả lần gửi bị từ chối.',
  consumes: ['multipart/form-data'],
  response: { 201: uploadedFiles },
};

interface Received {
  readonly fields: Readonly<Record<string, string>>;
  readonly admitted: Result<readonly AdmittedFile[]>;
}

/**
 * `POST /tai-len`: a form's files, with or without JavaScript; comes back to the page with the outcome in the
 * address, or answers JSON to a script. `POST /api/v1/files`: the same for integrators.
 */
export async function registerUploadRoutes(
  server: FastifyInstance,
  options: UploadRouteOptions,
): Promise<void> {
  await server.register(multipart, { throwFileSizeLimit: false });

  server.post('/tai-len', { schema: { hide: true } }, async (request, reply) => {
    const received = await receive(request, options);
    const kept = await keep(request, options, received, received.fields[uploadFields.requestId]);
    if (wantsJson(request)) return answerJson(request, reply, kept);
    const outcome: UploadOutcome = kept.ok
      ? { kind: 'kept', count: kept.value.length }
      : refusedOutcome(kept);
    const backTo = localPath(received.fields[uploadFields.backTo]);
    return reply.redirect(withUploadOutcome(backTo, outcome), 303);
  });

  server.post('/api/v1/files', { schema: apiSchema }, async (request, reply) => {
    commandContextOf(request.caller, request.headers['idempotency-key']);
    const received = await receive(request, options);
    return answerJson(
      request,
      reply,
      await keep(request, options, received, request.headers['idempotency-key']),
    );
  });
}

/** Reads the whole request, even behind a refused file: a browser shows an answer only once it has sent all. */
async function receive(request: FastifyRequest, options: UploadRouteOptions): Promise<Received> {
  const { maxBytes, maxFiles, blobs } = options;
  const fields: Record<string, string> = {};
  const admitted: AdmittedFile[] = [];
  let refused: Refused | undefined = isSignedIn(request)
    ? undefined
    : refuse('unauthenticated', 'documents.sign-in-to-upload');
  try {
    const limits = { fileSize: maxBytes + 1, files: 100, fields: 50, fieldSize: 2_000, parts: 150 };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields[part.fieldname] = part.value;
        continue;
      }
      const isChosen = part.filename !== undefined && part.filename !== '';
      if (isChosen && refused === undefined) {
        const file = { name: part.filename, content: withoutDestroying(part.file) };
        const outcome =
          admitted.length < maxFiles
            ? await admitFile(blobs, file, maxBytes)
            : refuse('too-large', 'documents.too-many-files', { params: { maxFiles } });
        if (outcome.ok) admitted.push(outcome.value);
        else refused = outcome;
      }
      part.file.resume();
    }
  } catch (error) {
    await discard(admitted);
    // Nobody is left to answer; it is no fault of ours either.
    if (request.raw.destroyed) throw new RefusalError({ kind: 'invalid', type: 'documents.broken-off' });
    throw error;
  }
  if (refused === undefined && admitted.length === 0) refused = refuse('invalid', 'documents.no-file');
  if (refused !== undefined) await discard(admitted);
  return { fields, admitted: refused ?? ok(admitted) };
}

async function keep(
  request: FastifyRequest,
  options: UploadRouteOptions,
  { fields, admitted }: Received,
  requestId: unknown,
): Promise<Result<readonly FileView[]>> {
  if (!admitted.ok) return admitted;
  const { jurisdiction, actor, now, origin } = request.caller;
  const ctx: CommandContext = {
    jurisdiction,
    actor,
    now,
    origin,
    requestId: typeof requestId === 'string' && isUuid(requestId) ? requestId : options.newId<'request'>(),
  };
  const kept = await uploadFiles(options, ctx, admitted.value);
  if (!kept.ok) return kept;
  const fileIds = kept.value.map(({ fileId }) => fileId);
  const attaching = { ...ctx, requestId: derivedId<'request'>(ctx, 'attach', ...fileIds) };
  const attached = await options.target.attach(attaching, fields, fileIds);
  if (!attached.ok) {
    await deleteFiles(options.db, jurisdiction, fileIds);
    return attached;
  }
  return ok(kept.value.map(({ fileId, name, mediaType, size }) => ({ fileId, name, mediaType, size })));
}

function answerJson(request: FastifyRequest, reply: FastifyReply, kept: Result<readonly FileView[]>) {
  return kept.ok ? reply.code(201).send({ files: kept.value }) : sendRefusal(request, reply, kept.refusal);
}

function refusedOutcome({ refusal }: Refused): UploadOutcome {
  const params = Object.entries(refusal.params ?? {}).map(([name, value]) => [name, String(value)]);
  return { kind: 'refused', type: refusal.type, params: Object.fromEntries(params) };
}

async function discard(files: readonly AdmittedFile[]): Promise<void> {
  for (const { blob } of files) await blob.discard();
}

/** A reader that stops early must leave the stream alive, or the parser behind it waits for ever. */
function withoutDestroying(content: Readable): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => content.iterator({ destroyOnReturn: false }) };
}

function isSignedIn({ caller }: FastifyRequest): boolean {
  return caller.actor.kind === 'citizen' || caller.actor.kind === 'officer';
}

function wantsJson(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('application/json') === true;
}
