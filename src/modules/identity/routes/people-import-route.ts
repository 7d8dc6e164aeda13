import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isUuid } from '../../../kernel/id.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { safeCsv } from '../../../kernel/safe-csv.ts';
import { sendRefusal } from '../../../platform/http/error-handler.ts';
import { translate } from '../../../texts/translate.ts';
import { stagePeople } from '../commands/people/stage-people.ts';
import type { WrongCell } from '../core/people/import/wrong-cell.ts';
import { can } from '../core/permissions.ts';
import { getPeopleImport } from '../queries/people/people-imports.ts';
import { peopleTemplate } from '../queries/people/people-template.ts';
import type { PeopleDeps } from '../store/people/people-deps.ts';
import { largestPeopleFile } from '../store/people/read-people-file.ts';

/** Where the form of the import page sends its file, and where the outcome is shown. */
const importPage = '/can-bo/nguoi-dung/nhap';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * `POST /can-bo/nguoi-dung/nhap/tep` takes one workbook, with or without JavaScript: read at once, never kept; the browser goes
 * on to the page of what was found, or back with the reason. `GET …/mau.xlsx` is the template, `…/:id/cho-sai.csv` what was wrong.
 */
export async function registerPeopleImport(server: FastifyInstance, deps: PeopleDeps): Promise<void> {
  server.get(`${importPage}/mau.xlsx`, { schema: { hide: true } }, async (request, reply) => {
    const template = await peopleTemplate(deps, request.caller);
    if (!template.ok) return sendRefusal(request, reply, template.refusal);
    return reply
      .type(excel)
      .header('content-disposition', 'attachment; filename="mau-nguoi-dung.xlsx"')
      .send(template.value);
  });

  server.get<{ Params: { importId: string } }>(
    `${importPage}/:importId/cho-sai.csv`,
    { schema: { hide: true } },
    async (request, reply) => {
      const found = await getPeopleImport(deps, request.caller, request.params.importId);
      if (!found.ok) return sendRefusal(request, reply, found.refusal);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="cho-sai.csv"')
        .send(safeCsv(wrongRows(found.value.wrong)));
    },
  );

  await server.register(async (scope) => {
    await scope.register(multipart, { throwFileSizeLimit: false });
    scope.post(`${importPage}/tep`, { schema: { hide: true } }, async (request, reply) => {
      const folder = await mkdtemp(join(tmpdir(), 'motcua-nguoi-dung-'));
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
  deps: PeopleDeps,
  path: string,
): Promise<Result<{ importId: string }>> {
  const { jurisdiction, actor, now, origin } = request.caller;
  const mayImport = can(actor, 'identity.manage');
  let requestId: string | undefined;
  let file: { name: string; isCut: boolean } | undefined;
  const limits = { fileSize: largestPeopleFile, files: 1, fields: 5, fieldSize: 100 };
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
  if (!mayImport) return refuse('forbidden', 'identity.not-administrator');
  if (file === undefined) return refuse('invalid', 'identity.people-import-no-file');
  if (file.isCut) return refuse('too-large', 'identity.people-import-too-large');
  const id = requestId !== undefined && isUuid(requestId) ? requestId : deps.newId<'request'>();
  return stagePeople(deps, { jurisdiction, actor, now, origin, requestId: id }, { path, name: file.name });
}

function wrongRows(wrong: readonly WrongCell[]): (string | number | undefined)[][] {
  return [
    ['Dòng', 'Cột', 'Tên cột', 'Lý do', 'Chi tiết'],
    ...wrong.map(({ row, column, header, reason, detail }) => [
      row,
      column,
      header,
      translate('vi', `people.import.reason.${reason}`),
      detail,
    ]),
  ];
}
