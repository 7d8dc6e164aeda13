import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isUuid } from '../../../kernel/id.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { can } from '../../identity/public.ts';
import { stageImport } from '../commands/stage-import.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';
import { largestImport } from '../store/read-import-file.ts';

/** Where the form of the import page sends its file, and where the outcome is shown. */
export const importPage = '/can-bo/thu-tuc/nhap';

/**
 * `POST /can-bo/thu-tuc/nhap/tep`: one file to import, with or without JavaScript. It is read at once and never kept;
 * the browser goes on to the page of what was found, or back with the reason.
 */
export async function registerImportRoute(server: FastifyInstance, deps: CatalogueStoreDeps): Promise<void> {
  await server.register(async (scope) => {
    await scope.register(multipart, { throwFileSizeLimit: false });
    scope.post(`${importPage}/tep`, { schema: { hide: true } }, async (request, reply) => {
      const folder = await mkdtemp(join(tmpdir(), 'motcua-nhap-'));
      try {
        const staged = await receive(request, deps, join(folder, 'tep'));
        const to = staged.ok ? `/${staged.value.importId}` : `?loi=${staged.refusal.type}`;
        return await reply.redirect(`${importPage}${to}`, 303);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  });
}

async function receive(
  request: FastifyRequest,
  deps: CatalogueStoreDeps,
  path: string,
): Promise<Result<{ importId: string }>> {
  const { jurisdiction, actor, now, origin } = request.caller;
  const mayImport = can(actor, 'catalogue.manage');
  let requestId: string | undefined;
  let file: { name: string; isCut: boolean } | undefined;
  const limits = { fileSize: largestImport, files: 1, fields: 5, fieldSize: 100 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      if (part.fieldname === 'requestId' && typeof part.value === 'string') requestId = part.value;
      continue;
    }
    if (!mayImport || !part.filename) {
      part.file.resume();
      continue;
    }
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    file = { name: part.filename, isCut: part.file.truncated };
  }
  if (!mayImport) return refuse('forbidden', 'catalogue.manage-forbidden');
  if (file === undefined) return refuse('invalid', 'catalogue.import-no-file');
  if (file.isCut) return refuse('too-large', 'catalogue.import-too-large');
  const id = requestId !== undefined && isUuid(requestId) ? requestId : deps.newId<'request'>();
  return stageImport(deps, { jurisdiction, actor, now, origin, requestId: id }, { path, name: file.name });
}
