import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { one } from '../../../platform/database.ts';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import type { Catalogue } from '../module.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { sourceLines, sourceRecords } from '../testing/a-source-file.ts';

import type { ImportReport } from './import-procedures.ts';

const size = 1516;

describe('importing a file of the size of the national crawl', () => {
  const test = useTestDatabase();
  let folder: string;
  let catalogue: Catalogue;
  let first: ImportReport;
  let tookMs: number;
  const records = sourceRecords(size);
  const ours = records[10]?.code ?? '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-import-'));
    catalogue = aCatalogue(test);
    await writeFile(join(folder, 'plain.jsonl'), sourceLines(records).join('\n'));
    await writeFile(join(folder, 'packed.jsonl.gz'), gzipSync(sourceLines(records).join('\n')));
    await load([aProcedure({ code: ours, name: 'Nhập tay, đã đối chiếu' })]);
    const start = performance.now();
    first = await run('packed.jsonl.gz');
    tookMs = performance.now() - start;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function run(name: string, on?: string): Promise<ImportReport> {
    const outcome = await catalogue.importProcedures(systemContext(on), join(folder, name));
    if (!outcome.ok) throw new Error(outcome.refusal.type);
    return outcome.value;
  }
  function load(procedures: unknown[]) {
    return catalogue.loadProcedures(systemContext(), { procedures });
  }
  function countVersions() {
    return one(
      test.db,
      sql<{ n: number; xmax: string }>`
      select count(*) as n, max(v.xmin::text::bigint)::text as xmax from catalogue.procedure_version v`,
    );
  }

  it('takes it in within 30 seconds', () => {
    expect(tookMs).toBeLessThan(30_000);
    expect(first.created).toHaveLength(size - 1);
  });

  it('lists the wrong lines with number and reason and takes the rest', () => {
    expect(first.wrong).toHaveLength(Math.floor(size / 100));
    expect(first.wrong.slice(0, 4).map(({ row, reason }) => [row, reason])).toEqual([
      [101, 'not-a-procedure'],
      [202, 'not-a-procedure'],
      [303, 'repeated'],
      [404, 'not-json'],
    ]);
    expect(first.wrong[0]).toMatchObject({ column: 'name', code: '2.999999' });
  });

  it('quarantines what looks wrong', () => {
    const doubts = new Map(first.quarantined.map((entry) => [entry.doubt, entry.facts]));
    for (const doubt of [
      'implausible-count',
      'time-without-unit',
      'no-agency',
      'free-by-default',
      'heading-as-case',
      'conditional-paper',
    ] as const)
      expect(doubts.get(doubt), doubt).toBeGreaterThan(0);
  });

  it('leaves a procedure typed in here and reports how it differs', async () => {
    expect(first.differing).toEqual([
      { code: ours, parts: expect.arrayContaining(['name', 'content.fees']) },
    ]);
    const kept = await catalogue.getVersionInForce(
      test.db,
      test.jurisdiction,
      ours,
      '2026-11-22' as PlainDate,
    );
    expect(kept.ok && kept.value.name).toBe('Nhập tay, đã đối chiếu');
  });

  it('keeps what the national database says of it, for comparing', async () => {
    const ctx = systemContext();
    const [version] = must(await catalogue.queries.listVersions(ctx, ours));
    const sides = { before: { versionId: version?.versionId }, after: { national: ours } };
    const compared = must(await catalogue.queries.compareTexts(ctx, sides));
    expect(compared.sentences[0]).toBe(
      `Sửa đổi tên thủ tục: từ “Nhập tay, đã đối chiếu” thành “${records[10]?.name}”.`,
    );
    expect(compared.rows.filter((row) => row.differs).length).toBeGreaterThan(3);
    const nobody = { ...ctx, actor: { kind: 'anonymous' as const } };
    expect(await catalogue.queries.compareTexts(nobody, sides)).toMatchObject({
      refusal: { type: 'catalogue.not-allowed' },
    });
    const other = { before: { versionId: version?.versionId }, after: { national: '9.999999' } };
    expect(await catalogue.queries.compareTexts(ctx, other)).toMatchObject({
      refusal: { type: 'catalogue.no-national-record' },
    });
  });

  it('changes nothing the second time, packed or plain', async () => {
    const before = await countVersions();
    const second = await run('plain.jsonl');
    expect(second).toMatchObject({ created: [], replaced: [], unchanged: size - 1 });
    expect(await countVersions()).toEqual(before);
  });

  it('makes a new version of a changed record and keeps the old days as they were', async () => {
    const [changed] = sourceRecords(1);
    await writeFile(
      join(folder, 'changed.jsonl'),
      JSON.stringify({ ...changed, name: 'Tên mới', levels: ['Cấp xã'] }),
    );
    const report = await run('changed.jsonl', '2026-12-01');
    const code = changed?.code ?? '';
    expect(report.replaced).toEqual([code]);
    const at = async (on: string) => {
      const found = await catalogue.getVersionInForce(test.db, test.jurisdiction, code, on as PlainDate);
      return found.ok ? `${found.value.number} ${found.value.name}` : found.refusal.type;
    };
    expect(await at('2026-11-21')).toBe('catalogue.not-in-force');
    expect(await at('2026-11-30')).toBe(`1 ${changed?.name}`);
    expect(await at('2026-12-01')).toBe('2 Tên mới');
  });

  it('refuses whoever may not manage the catalogue', async () => {
    const ctx = { ...systemContext(), actor: { kind: 'anonymous' as const } };
    const outcome = await catalogue.importProcedures(ctx, join(folder, 'plain.jsonl'));
    expect(outcome.ok || outcome.refusal.type).toBe('catalogue.manage-forbidden');
  });

  it('throws on a file that cannot be read and leaves nothing behind', async () => {
    await writeFile(
      join(folder, 'torn.jsonl.gz'),
      gzipSync(sourceLines(records).join('\n')).subarray(0, 9000),
    );
    const before = await countVersions();
    await expect(run('torn.jsonl.gz')).rejects.toThrow();
    await expect(run('missing.jsonl')).rejects.toThrow(/ENOENT/);
    expect(await countVersions()).toEqual(before);
  });
});
