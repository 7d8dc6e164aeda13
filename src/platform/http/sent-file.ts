import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CommandContext } from '../../kernel/context.ts';
import { isUuid, type NewId } from '../../kernel/id.ts';
import { type Result, refuse } from '../../kernel/result.ts';

export interface SentFileRoute {
  /** The page with the form: its file is sent to `<page>/tep`, what was found is shown at `<page>/<id>`. */
  readonly page: `/${string}`;
  readonly largestBytes: number;
  /** Type of the refusal when this caller may send nothing; asked before a byte is kept. */
  readonly mayNot: (request: FastifyRequest) => string | undefined;
  /** Types of the refusals when no file came, and when it was cut at the limit. */
  readonly noFile: string;
  readonly tooLarge: string;
  readonly newId: NewId;
  /** Reads the file, which is gone afterwards. */
  readonly stage: (
    ctx: CommandContext,
    file: { readonly path: string; readonly name: string },
  ) => Promise<Result<{ readonly importId: string }>>;
}

/**
 * A form that sends one file to be read at once and never kept, with or without JavaScript: the browser goes on to the page of
 * what was found, or back to the form with the reason.
 */
export async function registerSentFile(server: FastifyInstance, route: SentFileRoute): Promise<void> {
  await server.register(async (scope) => {
    await scope.register(multipart, { throwFileSizeLimit: false });
    scope.post(`${route.page}/tep`, { schema: { hide: true } }, async (request, reply) => {
      const folder = await mkdtemp(join(tmpdir(), 'motcua-nhap-'));
      try {
        const staged = await receive(request, route, join(folder, 'tep'));
        const to = staged.ok ? `/${staged.value.importId}` : `?loi=${staged.refusal.type}`;
        return await reply.redirect(`${route.page}${to}`, 303);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  });
}

async function receive(
  request: FastifyRequest,
  route: SentFileRoute,
  path: string,
): Promise<Result<{ readonly importId: string }>> {
  const barred = route.mayNot(request);
  let requestId: string | undefined;
  let file: { name: string; isCut: boolean } | undefined;
  const limits = { fileSize: route.largestBytes, files: 1, fields: 5, fieldSize: 100 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      if (part.fieldname === 'requestId' && typeof part.value === 'string') requestId = part.value;
      continue;
    }
    if (barred || !part.filename) {
      part.file.resume();
      continue;
    }
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    file = { name: part.filename, isCut: part.file.truncated };
  }
  if (barred) return refuse('forbidden', barred);
  if (file === undefined) return refuse('invalid', route.noFile);
  if (file.isCut) return refuse('too-large', route.tooLarge);
  const { jurisdiction, actor, now, origin } = request.caller;
  const id = requestId !== undefined && isUuid(requestId) ? requestId : route.newId<'request'>();
  return route.stage({ jurisdiction, actor, now, origin, requestId: id }, { path, name: file.name });
}
