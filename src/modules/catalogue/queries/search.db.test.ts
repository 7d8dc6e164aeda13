import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ok } from '../../../kernel/result.ts';
import { many, one } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { importProcedures } from '../commands/import-procedures.ts';
import { readLines } from '../store/read-import-file.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { sourceRecords } from '../testing/a-source-file.ts';
import { everydayProcedures, synonyms } from '../testing/everyday-procedures.ts';
import { type FindProceduresInput, listed } from './find-procedures.ts';

describe('search among two thousand procedures', () => {
  const test = useTestDatabase();
  const deps = () => ({ db: test.db, newId: newUuidV7 });
  const ctx = systemContext();

  beforeAll(async () => {
    await aCatalogue(test).loadProcedures(ctx, { procedures: everydayProcedures(), synonyms });
    await importProcedures(deps(), ctx, async (today) => ok(await readLines(lines(), today)));
    await sql`analyze catalogue.procedure, catalogue.procedure_version`.execute(test.owner);
  });

  async function* lines() {
    for (const record of sourceRecords(2000)) yield JSON.stringify(record);
  }
  async function find(input: FindProceduresInput) {
    const found = await aCatalogue(test).findProcedures(ctx, input);
    if (!found.ok) throw new Error(found.refusal.type);
    return found.value;
  }
  async function codes(q: string, more: FindProceduresInput = {}) {
    return (await find({ q, ...more })).items.map((item) => item.code);
  }

  it.each([
    'khai sinh',
    'khai-sinh',
    'dang ky khai sinh',
    'đăng ký khai sinh',
    'Thủ tục ĐĂNG KÝ KHAI SINH',
    'giay khai sinh',
    'khai snih',
    'kahi sinh',
    'khai sin',
    'dang ki khai sinh',
    'lam giay khai sinh cho con',
    '1.001193',
    ' 1.001193 ',
    'ho tich',
    'Hộ tịch',
  ])('finds birth registration first for "%s"', async (q) => {
    expect((await codes(q))[0]).toBe('1.001193');
  });

  it.each([
    ['so do', '1.013831'],
    ['sổ đỏ', '1.013831'],
    ['giay doc than', '1.004873'],
    ['sao y ban chinh', '2.000815'],
    ['ket hon', '1.000894'],
    ['ho kinh doanh', '1.001612'],
    ['giay phep xay dung nha', '1.013225'],
  ])('knows what people mean by "%s"', async (q, code) => {
    expect((await codes(q))[0]).toBe(code);
  });

  it('lists the codes that begin with what was typed', async () => {
    expect(await codes('1.0011')).toEqual(['1.001193']);
  });

  it('keeps to the sector and level asked for', async () => {
    const items = (await find({ q: 'dang ky', sector: 'Hộ tịch', level: 'commune', limit: 50 })).items;
    expect(items.length).toBeGreaterThan(3);
    expect(items.every((item) => item.sector === 'Hộ tịch' && item.levels.includes('commune'))).toBe(true);
  });

  it('finds nothing for what does not exist, whatever its characters', async () => {
    for (const q of ['zzzzqqq', "'; drop table x --", '\\\\ % _ zzzz']) expect(await codes(q), q).toEqual([]);
  });

  it.each([{ q: 'cap giay phep' }, {}, { sector: 'Thuế' }])(
    'pages through %o without gap or repeat',
    async (asked) => {
      const all = (await find({ ...asked, limit: 100 })).items.map((item) => item.code);
      const paged: string[] = [];
      let after: string | undefined;
      while (paged.length < all.length) {
        const page = await find({ ...asked, limit: 7, ...(after ? { after } : {}) });
        paged.push(...page.items.map((item) => item.code));
        after = page.next;
        if (!after) break;
      }
      expect(paged.slice(0, 100)).toEqual(all);
      expect(new Set(paged).size).toBe(paged.length);
    },
  );

  it('refuses a cursor that is not one of ours', async () => {
    const found = await aCatalogue(test).findProcedures(ctx, { after: 'xx' });
    expect(found).toMatchObject({ refusal: { type: 'catalogue.cursor-unreadable' } });
  });

  it.each([
    ['khai snih', 'catalogue.procedure_version_by_trigrams'],
    ['giay phep khai thac nuoc', 'catalogue.procedure_version_by_words'],
    ['ho tich', 'catalogue.procedure_version_by_words'],
  ])('walks the indexes as the application role for "%s"', async (q, index) => {
    const scans = await test.db.transaction().execute(async (tx) => {
      const count = () =>
        one(
          tx,
          sql<{ index: number; table: number }>`
            select pg_stat_get_xact_numscans(${index}::regclass) as index,
              pg_stat_get_xact_numscans('catalogue.procedure_version'::regclass) as table
          `,
        );
      const before = await count();
      await many(
        tx,
        sql`select version_id from catalogue.search_procedures(${q}, '2026-11-22', null, null, null, null, 21)`,
      );
      const after = await count();
      return { index: after.index - before.index, table: after.table - before.table };
    });
    expect(scans.table).toBe(0);
    expect(scans.index).toBeGreaterThan(0);
  });

  it('walks the order of the list instead of sorting it', async () => {
    const on = '2026-11-22' as PlainDate;
    const page = listed(ctx, { sector: 'Thuế', on, cursor: { rank: '30', code: '1.100100' }, limit: 21 });
    const plan = await many(test.db, sql<{ 'QUERY PLAN': string }>`explain ${page}`);
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toContain('procedure_by_prominence');
    expect(text).not.toContain('Sort');
  });

  it('finds nothing of another jurisdiction', async () => {
    const seen = await test.db.transaction().execute(async (tx) => {
      await sql`set local motcua.jurisdiction = '2'`.execute(tx);
      return many(
        tx,
        sql`select version_id from catalogue.search_procedures('khai sinh', '2026-11-22', null, null, null, null, 21)`,
      );
    });
    expect(seen).toEqual([]);
  });

  it('names the sectors in Vietnamese order', async () => {
    const names = (await aCatalogue(test).findSectors(ctx)).map((sector) => sector.name);
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare));
    expect(names).toContain('Hộ tịch');
  });
});
