import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import type { Catalogue } from '../module.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { controlContext } from '../testing/an-officer.ts';

const codes = ['1.000001', '1.000002', '1.000003', '1.000004'] as const;
const [first, second, third, fourth] = codes;

describe('the level of service', () => {
  const test = useTestDatabase();
  let catalogue: Catalogue;
  const ctx = () => controlContext();
  const record = (input: object) =>
    catalogue.commands.recordStanding(ctx(), { from: '2026-12-01', ...input });
  const appraisal = { technicalAnswer: 'Cổng đáp ứng.', legalAnswer: 'Luật không bắt buộc có mặt.' };

  beforeAll(async () => {
    catalogue = aCatalogue(test);
    const procedures = codes.map((code, index) =>
      aProcedure({ code, levels: [index < 3 ? 'province' : 'commune'] }),
    );
    await catalogue.loadProcedures(systemContext(), { procedures });
    for (const code of codes)
      must(await record({ code, stage: 'registered', level: 'full', department: 'Sở Xây dựng' }));
  });

  it('has four values, each from its day on, with the answers of the appraisal', async () => {
    must(await record({ code: first, stage: 'appraised', level: 'full', ...appraisal }));
    must(await record({ code: first, stage: 'published', level: 'full', reviewOn: '2027-06-01' }));
    const reason = 'Bộ phận kiểm thử chưa thống nhất: còn bước xử lý trực tiếp.';
    expect(await record({ code: first, stage: 'accepted', level: 'part' })).toMatchObject({
      refusal: { type: 'catalogue.standing-without-reason' },
    });
    must(await record({ code: first, stage: 'accepted', level: 'part', reason, from: '2026-12-10' }));
    const on = async (day: string) =>
      must(await catalogue.queries.standingsOf(ctx(), { code: first, on: day })).map(
        ({ stage, level }) => `${stage} ${level}`,
      );
    expect(await on('2026-11-30')).toEqual([]);
    expect(await on('2026-12-09')).toEqual(['registered full', 'appraised full', 'published full']);
    expect(await on('2026-12-10')).toContain('accepted part');
    const [, appraised, published, accepted] = must(
      await catalogue.queries.standingsOf(ctx(), { code: first, on: '2026-12-10' }),
    );
    expect(appraised).toMatchObject({ ...appraisal, department: 'Sở Xây dựng' });
    expect(published).toMatchObject({ reviewOn: '2027-06-01' });
    expect(accepted).toMatchObject({ reason });
  });

  it('follows a registration, is not refused or changed without a reason, and never goes back in time', async () => {
    expect(await record({ code: '9.999999', stage: 'published', level: 'full' })).toMatchObject({
      refusal: { type: 'catalogue.standing-not-registered' },
    });
    expect(await record({ code: second, stage: 'appraised', level: 'refused', ...appraisal })).toMatchObject({
      refusal: { type: 'catalogue.standing-without-reason' },
    });
    expect(
      await record({ code: second, stage: 'appraised', level: 'full', legalAnswer: 'Được.' }),
    ).toMatchObject({
      refusal: { type: 'input.invalid' },
    });
    expect(
      await record({
        code: second,
        stage: 'registered',
        level: 'part',
        department: 'Sở Xây dựng',
        from: '2026-11-01',
      }),
    ).toMatchObject({ refusal: { type: 'catalogue.standing-later' } });
  });

  it('is counted by department and level of government, as the report of 2021 does', async () => {
    must(
      await record({
        code: second,
        stage: 'appraised',
        level: 'refused',
        reason: 'Phải kiểm tra thực địa.',
        ...appraisal,
      }),
    );
    for (const code of [third, fourth]) must(await record({ code, stage: 'published', level: 'full' }));
    const table = must(await catalogue.queries.standingTable(ctx(), { on: '2026-12-15' }));
    expect(table).toEqual([
      {
        department: 'Sở Xây dựng',
        level: 'commune',
        procedures: 1,
        counts: { registered: { full: 1 }, appraised: {}, published: { full: 1 }, accepted: {} },
      },
      {
        department: 'Sở Xây dựng',
        level: 'province',
        procedures: 3,
        counts: {
          registered: { full: 3 },
          appraised: { full: 1, refused: 1 },
          published: { full: 2 },
          accepted: { part: 1 },
        },
      },
    ]);
    expect(must(await catalogue.queries.standingTable(ctx(), { on: '2026-11-30' }))).toEqual([]);
  });

  it('opens the procedures behind each number of the table', async () => {
    const on = '2026-12-15';
    for (const row of must(await catalogue.queries.standingTable(ctx(), { on })))
      for (const stage of ['registered', 'appraised', 'published', 'accepted'] as const)
        for (const [value, count] of Object.entries(row.counts[stage])) {
          const asked = { on, department: row.department, level: row.level, stage, value };
          const { items } = must(await catalogue.queries.standingList(ctx(), asked));
          expect(items, JSON.stringify(asked)).toHaveLength(count);
        }
    const all = { on, department: 'Sở Xây dựng', level: 'province', limit: 2 };
    const first = must(await catalogue.queries.standingList(ctx(), all));
    const rest = must(await catalogue.queries.standingList(ctx(), { ...all, after: first.next }));
    expect([...first.items, ...rest.items].map(({ code }) => code)).toEqual([codes[0], second, third]);
    expect(rest.next).toBeUndefined();
  });

  it.each([
    sql`update catalogue.service_standing set reason = 'khác'`,
    sql`delete from catalogue.service_standing`,
  ])('is never rewritten', async (statement) => {
    await expect(statement.execute(test.owner)).rejects.toThrow(/only ends, once/);
  });
});
