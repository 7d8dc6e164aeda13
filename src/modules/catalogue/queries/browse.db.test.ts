import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';

const police = { rule: { kind: 'named' as const }, name: 'Công an cấp xã', certainty: 'verified' as const };
const land = {
  rule: { kind: 'unit' as const, unitKey: 'van-phong-dang-ky-dat-dai' },
  certainty: 'verified' as const,
};
const procedures = [
  aProcedure({ ministry: 'Bộ Tư pháp' }),
  aProcedure({ code: '1.000656', name: 'Đăng ký khai tử', prominence: 80 }),
  aProcedure({
    code: '1.004222',
    name: 'Đăng ký thường trú',
    sector: 'Cư trú',
    content: { competentAgency: police },
  }),
  aProcedure({
    code: '1.013831',
    name: 'Sang tên',
    sector: 'Đất đai',
    levels: ['province', 'commune'],
    content: { competentAgency: land },
  }),
];
const birth = {
  key: 'birth',
  name: 'Sinh con',
  nameEn: 'Having a child',
  procedures: ['1.001193', '1.004222'],
};
const death = { key: 'death', name: 'Người thân qua đời', nameEn: 'A death', procedures: ['1.000656'] };

describe('the shelves of the catalogue', () => {
  const test = useTestDatabase();
  const ctx = systemContext();

  beforeAll(async () => {
    await aCatalogue(test).loadProcedures(ctx, { procedures, lifeEvents: [death, birth] });
  });

  async function codes(asked: { event?: string; agency?: string }) {
    const found = await aCatalogue(test).findProcedures(ctx, asked);
    if (!found.ok) throw new Error(found.refusal.type);
    return found.value.items.map((item) => item.code);
  }

  it('count what is in force by occasion, sector, level and agency', async () => {
    const shelves = await aCatalogue(test).browseProcedures(ctx);
    expect(shelves.lifeEvents.map(({ key, count }) => [key, count])).toEqual([
      ['death', 1],
      ['birth', 2],
    ]);
    expect(shelves.sectors).toContainEqual({
      key: 'Hộ tịch',
      name: 'Hộ tịch',
      count: 2,
      ministry: 'Bộ Tư pháp',
    });
    expect(shelves.levels).toEqual([
      { key: 'commune', count: 4 },
      { key: 'province', count: 1 },
    ]);
    expect(shelves.agencies.map(({ key, count }) => [key, count])).toEqual([
      ['commune', 2],
      ['named:Công an cấp xã', 1],
      ['unit:van-phong-dang-ky-dat-dai', 1],
    ]);
  });

  it('lead to their procedures, the commonest first', async () => {
    expect(await codes({ event: 'birth' })).toEqual(['1.001193', '1.004222']);
    expect(await codes({ agency: 'commune' })).toEqual(['1.001193', '1.000656']);
    expect(await codes({ agency: 'unit:van-phong-dang-ky-dat-dai' })).toEqual(['1.013831']);
    expect(await codes({ agency: 'named:Công an cấp xã' })).toEqual(['1.004222']);
    expect(await codes({ event: 'wedding' })).toEqual([]);
  });

  it('follow the data when they are loaded again', async () => {
    await aCatalogue(test).loadProcedures(ctx, {
      procedures,
      lifeEvents: [{ ...birth, name: 'Có con', procedures: ['1.001193'] }],
    });
    const { lifeEvents } = await aCatalogue(test).browseProcedures(ctx);
    expect(lifeEvents).toEqual([{ key: 'birth', name: 'Có con', nameEn: 'Having a child', count: 1 }]);
    await aCatalogue(test).loadProcedures(ctx, { procedures, lifeEvents: [death, birth] });
  });
});
