import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainDateOf } from '../kernel/plain-date.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { officeWorld } from './testing/office-world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

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

  it('a process with a step nobody could do anywhere is not published', async () => {
    const { editing, getProcessInForce } = world.product.modules.process;
    const control = await world.officer('kiemsoat.tthc');
    const running = must(await getProcessInForce(test.db, '1.001193', plainDateOf(morning)));
    const publish = async () => {
      const from = { from: 'version', versionId: running.id };
      const { draftId } = must(await editing.createDraft(world.as(control), from));
      const decision = { number: '12/QĐ-UBND', on: '2026-11-20' };
      const input = { draftId, expectedVersion: 1, validFrom: '2027-01-01', decision };
      const outcome = await editing.publishDraft(world.as(control), input);
      if (!outcome.ok) must(await editing.discardDraft(world.as(control), { draftId, expectedVersion: 1 }));
      return outcome;
    };
    const clerks = ['vanthu.tanninh', 'vanthu.tanbien'];
    for (const login of clerks) await office.endPosts(await world.officer(login), '2026-11-23');
    const step = running.table.steps.findIndex(({ kind }) => kind === 'issue');
    expect(await publish()).toMatchObject({
      refusal: {
        type: 'process.nobody-can-do',
        fields: [{ pointer: `/rows/${step}/performer`, params: { step: running.table.steps[step]?.name } }],
      },
    });
    await office.givePost(await world.officer('xahoi.tanbien'), 'xa-tan-bien', 'recordsClerk', 'Văn thư');
    expect(await publish()).toMatchObject({ ok: true });
  });

  it('finds units that cannot act: nobody leads or seals, office hours nobody keeps, no code', async () => {
    const administrator = await world.officer('quantri');
    const lacksOf = async (key: string) => {
      await night();
      const found = must(await world.product.modules.dossiers.queries.unitGaps(world.as(administrator)));
      return found.find(({ unitId }) => unitId === office.unitId(key))?.lacks ?? [];
    };
    expect(await lacksOf('phuong-tan-ninh')).toEqual(['recordsClerk']);
    expect(await lacksOf('so-y-te')).toEqual(['leader', 'recordsClerk', 'code']);
    expect(await lacksOf('phuong-tan-an/one-stop')).toEqual(['oneStopOfficer']);
    await sql`update identity.unit_span set office_hours = 'no-such'
      where unit_id = ${office.unitId('so-y-te')} and valid_to is null`.execute(test.owner);
    await world.product.refresh();
    expect(await lacksOf('so-y-te')).toContain('officeHours');
  });

  it('names the agencies that have nobody at all', async () => {
    expect((await night()).filter(({ what }) => what === 'process').length).toBeGreaterThan(50);
  });
});
