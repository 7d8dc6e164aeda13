import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { procedureRows, saveWorkbook } from '../testing/a-workbook.ts';
import { stageImport } from './stage-import.ts';

describe('an import that is looked at before it is taken in', () => {
  const test = useTestDatabase();
  let folder: string;
  let file: string;
  const typedIn = '1.000005';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-stage-'));
    file = join(folder, 'danh-muc.xlsx');
    const typed = aProcedure({ code: typedIn, name: 'Nhập tay' });
    await aCatalogue(test).loadProcedures(systemContext(), { procedures: [typed] });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function stage(ctx = systemContext()) {
    return stageImport({ db: test.db, newId: newUuidV7 }, ctx, {
      path: file,
      name: '../danh mục\u0000.xlsx',
    });
  }
  async function staged() {
    const outcome = await stage();
    if (!outcome.ok) throw new Error(outcome.refusal.type);
    return outcome.value.importId;
  }
  async function view(importId: string) {
    const found = await aCatalogue(test).imports.get(systemContext(), importId);
    if (!found.ok) throw new Error(found.refusal.type);
    return found.value;
  }
  async function settle(importId: string, choice: 'rest' | 'whole' | 'nothing', ctx = systemContext()) {
    const outcome = await aCatalogue(test).imports.settle(ctx, { importId, choice });
    return outcome.ok ? outcome.value.state : outcome.refusal.type;
  }
  async function inForce(code: string) {
    const day = '2026-11-22' as PlainDate;
    const found = await aCatalogue(test).getVersionInForce(test.db, test.jurisdiction, code, day);
    return found.ok ? found.value.name : found.refusal.type;
  }
  async function aFileWithFaults() {
    const rows = procedureRows(5_000);
    for (let index = 0; index < 40; index += 1)
      rows[index * 120 + 10] = { ...rows[index * 120 + 10], levels: '' };
    await saveWorkbook(file, { procedures: rows });
  }

  it('shows what it would do, and changes nothing', async () => {
    await aFileWithFaults();
    const found = await view(await staged());
    expect(found).toMatchObject({
      read: 5_000,
      ready: 4_960,
      wrongCount: 40,
      state: 'waiting',
      fileName: '.. danh mục .xlsx',
    });
    expect(found.effect).toMatchObject({ created: 4_959, replaced: 0, unchanged: 0 });
    expect(found.effect.differing).toEqual([{ code: typedIn, parts: expect.arrayContaining(['name']) }]);
    expect(new Set(found.wrong.map(({ row, column }) => `${column}${row}`)).size).toBe(40);
    expect(await inForce('1.000000')).toBe('catalogue.procedure-not-found');
  });

  it('takes in nothing when only the whole was wanted, and the rest when that is chosen, once', async () => {
    await aFileWithFaults();
    const importId = await staged();
    expect(await settle(importId, 'whole')).toBe('catalogue.import-wrong-places');
    expect(await inForce('1.000000')).toBe('catalogue.procedure-not-found');
    const ctx = systemContext();
    expect(await settle(importId, 'rest', ctx)).toBe('applied');
    expect(await settle(importId, 'rest', ctx)).toBe('applied');
    expect(await settle(importId, 'rest')).toBe('catalogue.import-settled');
    expect(await inForce('1.000000')).toBe('Cấp giấy phép số 0');
    expect(await inForce('1.000010')).toBe('catalogue.procedure-not-found');
    expect(await inForce(typedIn)).toBe('Nhập tay');
    expect((await view(importId)).effect).toMatchObject({ created: 4_959, differing: [{ code: typedIn }] });
  });

  it('laid aside leaves its account and no record', async () => {
    await saveWorkbook(file, { procedures: procedureRows(3) });
    const importId = await staged();
    expect(await settle(importId, 'nothing')).toBe('discarded');
    expect(await view(importId)).toMatchObject({ state: 'discarded', read: 3, ready: 0 });
  });

  it('refuses whoever may not manage the catalogue before it reads anything', async () => {
    await writeFile(file, 'no file at all');
    const ctx = { ...systemContext(), actor: { kind: 'anonymous' as const } };
    const outcome = await stage(ctx);
    expect(outcome.ok || outcome.refusal.type).toBe('catalogue.manage-forbidden');
    const asked = await aCatalogue(test).imports.list(ctx);
    expect(asked.ok || asked.refusal.type).toBe('catalogue.manage-forbidden');
    expect(await settle(newUuidV7(), 'rest', ctx)).toBe('catalogue.manage-forbidden');
  });

  it('goes out as records that come in unchanged', async () => {
    const out = await aCatalogue(test).exportRecords(systemContext(), {});
    if (!out.ok) throw new Error(out.refusal.type);
    expect(out.value.length).toBeGreaterThan(4_900);
    await writeFile(file, out.value.map((record) => `${JSON.stringify(record)}\n`).join(''));
    const { effect, wrongCount } = await view(await staged());
    expect({ ...effect, wrongCount }).toMatchObject({
      created: 0,
      replaced: 0,
      differing: [],
      wrongCount: 0,
    });
  });
});
