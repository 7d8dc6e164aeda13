import type { FastifyInstance } from 'fastify';
import { safeCsv } from '../../../kernel/safe-csv.ts';
import { sendRefusal } from '../../../platform/http/error-handler.ts';
import { registerSentFile } from '../../../platform/http/sent-file.ts';
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
 * `POST /can-bo/nguoi-dung/nhap/tep` takes one workbook; `GET …/mau.xlsx` is the template, `…/:id/cho-sai.csv` what was wrong.
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

  await registerSentFile(server, {
    page: importPage,
    largestBytes: largestPeopleFile,
    mayNot: ({ caller }) => (can(caller.actor, 'identity.manage') ? undefined : 'identity.not-administrator'),
    noFile: 'identity.people-import-no-file',
    tooLarge: 'identity.people-import-too-large',
    newId: deps.newId,
    stage: (ctx, file) => stagePeople(deps, ctx, file),
  });
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
