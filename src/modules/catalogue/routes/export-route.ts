import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { safeCsv } from '../../../kernel/safe-csv.ts';
import { sendRefusal } from '../../../platform/http/error-handler.ts';
import { toLayThuTuc } from '../core/export/to-lay-thu-tuc.ts';
import type { ProcedureRecord } from '../core/procedure-record.ts';
import { levelWords, serviceLevelWords } from '../core/sheets/words.ts';
import { exportRecords } from '../queries/export-records.ts';
import { getImport } from '../queries/get-import.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';
import { writeWorkbook } from '../store/write-workbook.ts';
import { importPage } from './import-route.ts';
import { wrongPlaceRows } from './wrong-place-rows.ts';

const types = {
  excel: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  json: ['jsonl', 'application/x-ndjson; charset=utf-8'],
  'lay-thu-tuc': ['json', 'application/json; charset=utf-8'],
  csv: ['csv', 'text/csv; charset=utf-8'],
} as const;
type Format = keyof typeof types;

const query = z.object({
  dang: z.enum(['excel', 'json', 'lay-thu-tuc', 'csv']).default('excel'),
  'linh-vuc': z.string().max(300).optional(),
  cap: z.string().max(20).optional(),
  ma: z.string().max(40).optional(),
  ngay: z.string().max(10).optional(),
});

/**
 * Downloads of the procedure-control office: `GET /can-bo/thu-tuc/xuat?dang=` the catalogue as it is in force on a
 * day, `/can-bo/thu-tuc/mau.xlsx` the empty template, `/can-bo/thu-tuc/nhap/:id/cho-sai.csv` what was wrong.
 */
export function registerExportRoute(server: FastifyInstance, deps: CatalogueStoreDeps): void {
  server.get<{ Querystring: z.infer<typeof query> }>(
    '/can-bo/thu-tuc/xuat',
    { schema: { hide: true, querystring: query } },
    async (request, reply) => {
      const { dang, cap, ma, ngay, 'linh-vuc': sector } = request.query;
      const on = ngay || undefined;
      const found = await exportRecords(deps, request.caller, {
        sector: sector || undefined,
        level: cap || undefined,
        code: ma || undefined,
        on,
      });
      if (!found.ok) return sendRefusal(request, reply, found.refusal);
      const [extension, type] = types[dang];
      const name = `danh-muc-${ma || (on ?? plainDateOf(request.caller.now))}.${extension}`;
      reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
      return reply.send(dang === 'excel' ? workbook(found.value) : written(dang, found.value));
    },
  );

  server.get('/can-bo/thu-tuc/mau.xlsx', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type(types.excel[1])
      .header('content-disposition', 'attachment; filename="mau-danh-muc-thu-tuc.xlsx"')
      .send(workbook([])),
  );

  server.get<{ Params: { importId: string } }>(
    `${importPage}/:importId/cho-sai.csv`,
    { schema: { hide: true } },
    async (request, reply) => {
      const found = await getImport(deps, request.caller, request.params.importId);
      if (!found.ok) return sendRefusal(request, reply, found.refusal);
      return reply
        .type(types.csv[1])
        .header('content-disposition', 'attachment; filename="cho-sai.csv"')
        .send(safeCsv(wrongPlaceRows(found.value.wrong)));
    },
  );
}

function workbook(records: readonly ProcedureRecord[]): PassThrough {
  const stream = new PassThrough();
  writeWorkbook(stream, records).catch((error: Error) => stream.destroy(error));
  return stream;
}

function written(format: Exclude<Format, 'excel'>, records: readonly ProcedureRecord[]): string {
  switch (format) {
    case 'json':
      return records.map((record) => `${JSON.stringify(record)}\n`).join('');
    case 'lay-thu-tuc':
      return JSON.stringify({ error_code: '0', result: records.map(toLayThuTuc) });
    case 'csv':
      return safeCsv([csvHeader, ...records.map(csvRow)]);
  }
}

const csvHeader = [
  'Mã thủ tục',
  'Tên thủ tục',
  'Lĩnh vực',
  'Cấp thực hiện',
  'Mức trực tuyến',
  'Áp dụng từ ngày',
];

function csvRow(record: ProcedureRecord) {
  return [
    record.code,
    record.name,
    record.sector,
    record.levels.map((level) => levelWords[level]).join('; '),
    serviceLevelWords[record.serviceLevel],
    record.validFrom,
  ];
}
