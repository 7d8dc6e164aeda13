import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { must } from './testing/birth-draft.ts';
import { officeWorld } from './testing/office-world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

describe('work nobody can do', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const office = officeWorld(world, test);
  const night = async () => {
    await world.product.tasks['dossiers.check-performers']?.({});
    const administrator = await world.officer('quantri');
    return must(await world.product.modules.dossiers.queries.performerGaps(world.as(administrator)));
  };
  const inWard = (gaps: Awaited<ReturnType<typeof night>>) =>
    gaps.filter(({ unit }) => /Tân Ninh/.test(unit)).map(({ what, role, tasks }) => [what, role, tasks]);

  beforeAll(async () => {
    await (await office.births()).anAccepted();
  }, 60_000);

  it('is scheduled for every night', () => {
    expect(world.product.schedule).toHaveProperty('dossiers.check-performers');
  });

  it('is found when the last specialist has left, and gone when somebody holds the role again', async () => {
    expect(inWard(await night())).toEqual([]);
    const specialist = await world.officer('hotich.tanninh');
    await office.endPosts(specialist, '2026-11-23');
    const found = await night();
    expect(inWard(found)).toEqual([
      ['tasks', 'specialist', 1],
      ['process', 'specialist', 0],
    ]);
    const process = found.find(({ what, unit }) => what === 'process' && /Tân Ninh/.test(unit));
    expect(process?.procedures).toBeGreaterThan(1);
    await office.givePost(await world.officer('kinhte.tanninh'), 'phuong-tan-ninh/office', 'specialist');
    expect(inWard(await night())).toEqual([]);
  });

  it('names the agencies that have nobody at all', async () => {
    expect((await night()).filter(({ what }) => what === 'process').length).toBeGreaterThan(50);
  });
});
