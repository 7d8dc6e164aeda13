import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { zipFile } from '../../../platform/testing/a-zip-file.ts';
import { toLayThuTuc } from '../core/export/to-lay-thu-tuc.ts';
import { toProcedureRecord } from '../core/import/to-procedure-record.ts';
import { type ProcedureRecord, procedureRecord } from '../core/procedure-record.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { aRichProcedure } from '../testing/a-rich-procedure.ts';
import { sourceRecords } from '../testing/a-source-file.ts';
import { procedureRows, saveWorkbook } from '../testing/a-workbook.ts';
import { readImportFile } from './read-import-file.ts';
import { writeWorkbook } from './write-workbook.ts';

const today = '2026-11-26' as PlainDate;
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-workbook-'));
  file = join(folder, 'tep');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read() {
  const outcome = await readImportFile(file, today);
  if (!outcome.ok) throw new Error(outcome.refusal.type);
  return outcome.value;
}

async function refused() {
  const outcome = await readImportFile(file, today);
  return outcome.ok ? 'read' : outcome.refusal.type;
}

describe('a workbook written and read again', () => {
  it('gives the same procedures', async () => {
    const records = sourceRecords(300).flatMap((source) => {
      const record = toProcedureRecord(source, today);
      return procedureRecord.safeParse(record).success ? [record] : [];
    });
    const written = [
      ...new Map([...records, aRichProcedure(today)].map((record) => [record.code, record])).values(),
    ];
    await writeWorkbook(createWriteStream(file), written);
    const { records: again, wrong } = await read();
    expect(wrong).toEqual([]);
    expect(again).toEqual(written);
  });

  it('keeps what begins like a formula as text', async () => {
    const evil = aProcedure({ name: '=HYPERLINK("http://x.example","bấm")', sector: '@SUM(A1)' });
    await writeWorkbook(createWriteStream(file), [evil]);
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    const cell = book.getWorksheet('Thủ tục')?.getCell('B2');
    expect([cell?.type, cell?.value]).toEqual([exceljs.ValueType.String, evil.name]);
    expect((await read()).records).toEqual([evil]);
  });

  it('without procedures is a template whose legend explains every column', async () => {
    await writeWorkbook(createWriteStream(file), []);
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      ...['Hướng dẫn', 'Thủ tục', 'Trường hợp', 'Thành phần', 'Thời hạn', 'Phí', 'Kết quả', 'Căn cứ'],
      ...['Trình tự', 'Quyết định'],
    ]);
    expect(await read()).toMatchObject({ read: 0, records: [], wrong: [] });
  });
});

describe('a workbook typed by people', () => {
  it('of 5,000 rows with 40 wrong ones names the 40 by row and column', async () => {
    const rows = procedureRows(5_000);
    const faults = [
      { key: 'name', value: '', column: 'B', reason: 'required' },
      { key: 'levels', value: 'Cấp thôn', column: 'F', reason: 'unknown-word' },
      { key: 'prominence', value: 'nhiều', column: 'X', reason: 'not-a-number' },
      { key: 'validFrom', value: '31/02/2026', column: 'H', reason: 'not-a-date' },
    ];
    const expected = Array.from({ length: 40 }, (_, index) => {
      const at = index * 119 + 7;
      const fault = faults[index % faults.length] ?? faults[0];
      rows[at] = { ...rows[at], [fault?.key ?? '']: fault?.value ?? '' };
      return `Thủ tục!${fault?.column}${at + 2} ${fault?.reason}`;
    });
    await saveWorkbook(file, { procedures: rows });
    const { read: all, records, wrong } = await read();
    expect(all).toBe(5_000);
    expect(wrong.map(({ sheet, column, row, reason }) => `${sheet}!${column}${row} ${reason}`)).toEqual(
      expected,
    );
    expect(records).toHaveLength(4_960);
  });

  it('leaves a procedure with a wrong paper out whole', async () => {
    const procedures = procedureRows(2);
    const components = [
      { code: '1.000000', name: 'Tờ khai', originals: 1 },
      { code: '1.000001', name: 'Tờ khai', originals: 'một' },
      { code: '1.000009', name: 'Tờ khai' },
    ];
    await saveWorkbook(file, { procedures, components });
    const { records, wrong } = await read();
    expect(records.map(({ code }) => code)).toEqual(['1.000000']);
    expect(wrong).toMatchObject([
      {
        sheet: 'Thành phần',
        row: 3,
        column: 'H',
        header: 'Bản chính',
        code: '1.000001',
        reason: 'not-a-number',
      },
      { sheet: 'Thành phần', row: 4, column: 'A', code: '1.000009', reason: 'unknown-procedure' },
    ]);
  });

  it('names a code that stands twice, and believes neither row', async () => {
    const [first, second] = procedureRows(2);
    await saveWorkbook(file, { procedures: [{ ...first }, { ...second }, { ...first, name: 'Khác' }] });
    const { records, wrong } = await read();
    expect(wrong).toMatchObject([{ row: 4, column: 'A', reason: 'repeated', detail: '2' }]);
    expect(records.map(({ code }) => code)).toEqual(['1.000001']);
  });

  it('forgives titles above, codes that became numbers, merged codes, blanks behind, order of columns', async () => {
    const [first] = procedureRows(1);
    await saveWorkbook(file, {}, (book) => {
      const sheet = book.addWorksheet('THU TUC');
      sheet.addRow(['DANH MỤC THỦ TỤC']);
      sheet.mergeCells('A1:F1');
      sheet.addRow(['STT', 'Tên thủ tục', 'MÃ THỦ TỤC', 'Lĩnh vực', 'Cấp thực hiện', '']);
      sheet.addRow([1, first?.name, 1.00119, 'Hộ tịch', 'cấp xã; CẤP TỈNH', '   ']);
      sheet.getCell('F900').value = '   ';
      const papers = book.addWorksheet('Thành phần');
      papers.addRow(['Mã thủ tục', 'Tên giấy tờ', 'Bản chính']);
      papers.addRow([1001190, 'Tờ khai', 1]);
      papers.addRow([null, 'Giấy chứng sinh', 181]);
      papers.mergeCells('A2:A3');
    });
    const { records, wrong } = await read();
    expect(wrong).toEqual([]);
    expect(records[0]).toMatchObject({ code: '1.001190', levels: ['commune', 'province'] });
    expect(records[0]?.content.components).toMatchObject([
      { name: 'Tờ khai', originals: 1, certainty: 'verified' },
      { name: 'Giấy chứng sinh', certainty: 'unverified', doubts: ['implausible-count'] },
    ]);
  });

  it('refuses formulas, errors and texts too long for a fact, by place', async () => {
    const [first, second, third] = procedureRows(3);
    const rows = [
      { ...first, name: { formula: 'CONCAT("a","b")', result: 'ab' } },
      { ...second, sector: { error: '#REF!' } as const },
      { ...third, summary: 'x'.repeat(30_000) },
    ];
    await saveWorkbook(file, { procedures: rows });
    const { records, wrong } = await read();
    expect(records).toEqual([]);
    expect(wrong.map(({ column, row, reason }) => `${column}${row} ${reason}`)).toEqual([
      'B2 formula',
      'D3 cell-error',
      'Q4 too-long',
    ]);
  });

  it.each([
    ['a sheet with another name', 'Thanh phan ho so', 'Mã thủ tục', 'unknown-sheet'],
    ['a column with another name', 'Thành phần', 'Ten giay', 'unknown-column'],
  ])('takes nothing from a file with %s', async (_what, sheet, header, reason) => {
    await saveWorkbook(file, { procedures: procedureRows(3) }, (book) => {
      const more = book.addWorksheet(sheet);
      more.addRow(['Mã thủ tục', 'Tên giấy tờ', header]);
      more.addRow(['1.000000', 'Tờ khai', 'x']);
    });
    const { records, wrong } = await read();
    expect(records).toEqual([]);
    expect(wrong[0]).toMatchObject({ sheet, reason });
  });

  it('marks what looks wrong as not checked', async () => {
    const [first] = procedureRows(1);
    const code = '1.000000';
    await saveWorkbook(file, {
      procedures: [{ ...first, sector: 'Đất đai', agency: '' }],
      timeLimits: [{ code, amount: 15 }],
      fees: [{ code, name: 'Lệ phí', kind: 'Miễn phí' }],
    });
    const { content } = (await read()).records[0] ?? aProcedure();
    expect(content.competentAgency.doubts).toEqual(['no-agency']);
    expect(content.timeLimits[0]?.doubts).toEqual(['time-without-unit']);
    expect(content.fees[0]?.doubts).toEqual(['free-by-default']);
  });
});

describe('the structure of LayThuTuc', () => {
  it('goes out and comes in with papers, times, fees, steps and legal bases', async () => {
    const given = aRichProcedure(today);
    const answer = { error_code: '0', result: [toLayThuTuc(given)] };
    await writeFile(file, JSON.stringify(answer, null, 2));
    const { records, wrong } = await read();
    expect(wrong).toEqual([]);
    const [again] = records;
    expect(again).toMatchObject({
      code: given.code,
      name: given.name,
      sector: given.sector,
      levels: given.levels,
    });
    const names = (record: ProcedureRecord | undefined) => ({
      papers: record?.content.components.map(({ name, originals }) => `${name} ${originals}`),
      times: record?.content.timeLimits.map(({ rule }) => `${rule?.amount} ${rule?.unit}`).sort(),
      results: record?.content.results.map(({ code }) => code),
      bases: record?.content.legalBases.map(({ number, name }) => `${number} ${name}`),
      steps: record?.content.steps.map(({ name }) => name),
    });
    expect(names(again)).toEqual(names(given));
  });

  it('names the item and field that is wrong', async () => {
    await writeFile(
      file,
      JSON.stringify([
        toLayThuTuc(aRichProcedure(today)),
        { ...toLayThuTuc(aRichProcedure(today)), MATTHC: '12' },
      ]),
    );
    expect((await read()).wrong).toMatchObject([
      { row: 2, column: 'MATTHC', reason: 'not-a-procedure', code: '12' },
    ]);
  });
});

describe('a file that is no import', () => {
  it('is refused when it unpacks to more than it may', async () => {
    await writeFile(
      file,
      zipFile([{ name: 'xl/_rels/workbook.xml.rels', content: Buffer.alloc(210_000_000, ' ') }]),
    );
    expect(await refused()).toBe('catalogue.import-unpacks-too-large');
  });

  it('is refused when its directory misses a sheet', async () => {
    await saveWorkbook(file, { procedures: procedureRows(3) });
    const content = await readFile(file);
    content.write('xl/worksheets/sheetX.xml', content.lastIndexOf('xl/worksheets/sheet1.xml'), 'latin1');
    await writeFile(file, content);
    expect(await refused()).toBe('catalogue.import-torn');
  });

  it('is refused when torn, too large, or a packed endless line', async () => {
    await saveWorkbook(file, { procedures: procedureRows(50) });
    await truncate(file, 3_000);
    expect(await refused()).toBe('catalogue.import-torn');
    await truncate(file, 50_000_001);
    expect(await refused()).toBe('catalogue.import-too-large');
    await writeFile(file, gzipSync(Buffer.alloc(410_000_000, 'x')));
    expect(await refused()).toBe('catalogue.import-unpacks-too-large');
  });

  it('and a text that is no JSON is named', async () => {
    await writeFile(file, await readFile(new URL(import.meta.url)));
    expect((await read()).wrong[0]).toMatchObject({ row: 1, reason: 'not-json' });
  });
});
