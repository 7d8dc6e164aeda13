import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkout } from '../platform/embedded/data-home.ts';
import { checkFile, exportFile } from './commands/process-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-process-'));
afterAll(() => rmSync(folder, { recursive: true }));
const sample = (name: string) => join(checkout, 'src/modules/process/testing/diagrams', name);

function motcua(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(checkout, 'scripts/motcua.mjs'), 'process', ...args],
    { env: { ...process.env, DATABASE_URL: 'postgres://none.example/none' } },
  );
  return { status, stdout, stderr: stderr.toString() };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('npx motcua process', () => {
  it('check: a diagram that can run, with sentences for what is only kept and what was assumed', () => {
    const { status, stdout } = motcua('check', sample('camunda-lanes.bpmn'));
    const report = JSON.parse(stdout.toString());
    expect(status).toBe(0);
    expect(report.refused).toEqual([]);
    expect(report.accepted).toContainEqual({
      id: 'Activity_ky',
      type: 'bpmn:UserTask',
      name: 'Ký giấy phép',
      as: 'step',
      notes: expect.arrayContaining(['Sơ đồ chưa ghi số giờ.']),
    });
    expect(report.ignored).toContainEqual({
      id: 'Lane_van_thu',
      type: 'bpmn:Lane',
      name: 'Văn thư',
      reason: 'Làn chỉ để vẽ; tên làn được dùng để đoán người thực hiện.',
      code: 'process.bpmn-lane-drawn',
    });
  });

  it('check: exit code 1 for what is refused, by element id and reason', async () => {
    const { code, output } = await checkFile(sample('refused.bpmn'));
    expect(code).toBe(1);
    expect(JSON.parse(String(output)).refused[1]).toEqual({
      id: 'Hoac',
      type: 'bpmn:InclusiveGateway',
      name: 'Một hoặc nhiều',
      reason: 'Loại phần tử này không thuộc phần BPMN mà hệ thống chạy được.',
      code: 'process.bpmn-not-run',
    });
  });

  it('export: the file to the byte, in UTF-16 too', async () => {
    const utf16 = file(
      'utf16.bpmn',
      Buffer.from(`\uFEFF${readFileSync(sample('activiti-parallel.bpmn20.xml'), 'utf8')}`, 'utf16le'),
    );
    for (const path of [sample('camunda-lanes.bpmn'), sample('bpmn-io-pools.bpmn'), utf16]) {
      const { code, output } = await exportFile(path);
      expect(code).toBe(0);
      expect(Buffer.from(output ?? '').equals(readFileSync(path))).toBe(true);
    }
    const { status, stdout } = motcua('export', utf16);
    expect(status).toBe(0);
    expect(stdout.equals(readFileSync(utf16))).toBe(true);
    expect((await checkFile(utf16)).code).toBe(0);
  });

  it('hostile, broken and absent files end with a reason, not with a fault', async () => {
    const huge = file('huge.bpmn', '<');
    truncateSync(huge, 50_000_000);
    const cases: readonly (readonly [string, number, string])[] = [
      [
        file('xxe.bpmn', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
        1,
        'process.bpmn-doctype',
      ],
      [huge, 1, 'process.bpmn-too-large'],
      [file('empty.bpmn', ''), 2, 'process.bpmn-empty'],
      [file('broken.bpmn', '<definitions'), 2, 'process.bpmn-not-xml'],
      [file('bytes.bpmn', new Uint8Array([0xc3, 0x28, 0xff])), 2, 'process.bpmn-encoding'],
    ];
    for (const [path, code, reason] of cases) {
      const checked = await checkFile(path);
      expect(checked.code, path).toBe(code);
      expect(JSON.parse(String(checked.output))).toMatchObject({ accepted: [], refused: [{ code: reason }] });
      expect(await exportFile(path)).toEqual({ code, complaint: expect.stringMatching(/Tệp/) });
    }
    const absent = { code: 2, complaint: expect.stringContaining('Không đọc được tệp') };
    expect(await checkFile(join(folder, 'none.bpmn'))).toEqual(absent);
    expect(await exportFile(folder)).toEqual(absent);
  });
});
