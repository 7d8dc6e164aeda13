import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { many } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { officeWorld } from './testing/office-world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

/** The chairman of phường Tân Ninh lends his signature to the chief of the office, and divides fields among deputies. */
describe('dossiers under a lent power', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const office = officeWorld(world, test);
  const commands = () => world.product.modules.dossiers.commands;
  const queries = () => world.product.modules.dossiers.queries;
  const delegations = () => world.product.modules.identity.delegations;
  let people: Readonly<Record<'chair' | 'deputy' | 'specialist' | 'stranger', OfficerActor>>;

  beforeAll(async () => {
    people = {
      chair: await world.officer('chutich.tanninh'),
      deputy: await world.officer('phochutich.tanninh'),
      specialist: await world.officer('hotich.tanninh'),
      stranger: await world.officer('chutich.tanbien'),
    };
    await office.births();
  }, 60_000);

  const chief = () => world.officer('chanhvanphong.tanninh');

  async function lend(to: OfficerActor, more: object = {}) {
    const given = must(
      await delegations().give(world.as(people.chair), {
        kind: 'authorised',
        principalPostId: people.chair.posts[0]?.postId,
        delegatePersonId: to.personId,
        decisionNumber: '15/QĐ-UBND',
        decisionOn: '2026-11-20',
        fromOn: '2026-11-23',
        lastOn: '2026-12-31',
        acts: ['result'],
        ...more,
      }),
    );
    must(await delegations().accept(world.as(to), given));
    return given;
  }

  const end = async (given: { readonly delegationId: string }) =>
    must(await delegations().end(world.as(people.chair), { ...given, reason: 'Chủ tịch đã về' }));
  const sign = async (actor: OfficerActor, taskId: string) =>
    commands().completeTask(world.as(actor), { taskId, outcome: 'forward' });
  const dossierOf = async (taskId: string) =>
    (
      await many(
        test.owner,
        sql<{ dossier_id: string }>`select dossier_id from dossiers.task where task_id = ${taskId}`,
      )
    )[0]?.dossier_id ?? '';
  const viewOf = async (actor: OfficerActor, dossierId: string) =>
    must(await queries().getOfficeDossier(world.as(actor), dossierId));

  it('signs by authority: the lines say TUQ., the history whose power, the journal ids', async () => {
    const before = await chief();
    const taskId = await office.toSign(people.specialist);
    const dossierId = await dossierOf(taskId);
    expect(await sign(before, taskId)).toMatchObject({ refusal: { type: 'dossiers.not-allowed' } });
    const given = await lend(before);
    const delegate = await chief();
    const seen = await viewOf(delegate, dossierId);
    expect(seen.actions.find(({ action }) => action === 'forward')).toMatchObject({
      signsAs: 'TUQ. CHỦ TỊCH / CHÁNH VĂN PHÒNG',
      onBehalf: { kind: 'authorised', decisionNumber: '15/QĐ-UBND', lastOn: '2026-12-31' },
    });
    expect(seen.actions.map(({ action }) => action)).not.toContain('stop');
    expect(seen.parties).toEqual((await viewOf(people.chair, dossierId)).parties);
    must(await sign(delegate, taskId));
    const told = (await viewOf(people.chair, dossierId)).timeline.find(
      ({ key }) => key === 'stepCompleted.sign',
    );
    expect(told).toMatchObject({
      by: 'Đặng Quốc Thái (Chánh Văn phòng)',
      onBehalf: { principal: 'Đoàn Hữu Nghĩa (Chủ tịch)', decisionNumber: '15/QĐ-UBND' },
    });
    const rows = await many(
      test.owner,
      sql<{ facts: object }>`
        select facts from platform.action where subject_id = ${dossierId} and command = 'dossiers.complete-task'
        union all
        select payload from platform.event
        where stream_id = ${dossierId} and payload ? 'delegationId'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(rows.filter(({ facts }) => JSON.stringify(facts).includes(given.delegationId)).length).toBe(
      rows.length - 1,
    );
    expect(JSON.stringify(rows)).not.toMatch(/Nghĩa|QĐ-UBND/);
    const journal = must(
      await world.product.modules.audit.queries.search(
        world.as(await world.officer('quantri')),
        {
          subject: dossierId,
          name: 'dossiers.complete-task',
        },
        undefined,
      ),
    );
    expect(journal.items[0]).toMatchObject({
      actor: { name: 'Đặng Quốc Thái' },
      onBehalf: { kind: 'authorised', principal: 'Đoàn Hữu Nghĩa (Chủ tịch)', lastOn: '2026-12-31' },
    });
    expect(journal.items[1]).not.toHaveProperty('onBehalf');
    await end(given);
  });

  it('the principal reads what was done in their name, by days and kind; others find nothing', async () => {
    const given = await lend(await chief(), { acts: ['result', 'stop'] });
    const delegate = await chief();
    const first = await office.toSign(people.specialist);
    must(await sign(delegate, first));
    const second = await office.toSign(people.specialist);
    const dossierId = await dossierOf(second);
    const { version, signers } = await viewOf(delegate, dossierId);
    expect(signers.map(({ signsAs }) => signsAs)).toContain('TUQ. CHỦ TỊCH / CHÁNH VĂN PHÒNG');
    must(
      await commands().stopDossier(world.as(delegate), {
        dossierId,
        expectedVersion: version,
        ground: 'law',
        reason: 'Không đủ điều kiện theo quy định',
        money: 'Chưa thu',
        signerPostId: given.delegationId,
      }),
    );
    const acts = async (actor: OfficerActor, more: object = {}) => {
      const page = await queries().delegatedActs(world.as(actor), { ...given, ...more });
      return page.ok ? page.value.items.map(({ command, by }) => `${command} ${by}`) : page.refusal.type;
    };
    const stopped = 'dossiers.stop Đặng Quốc Thái';
    const signed = 'dossiers.complete-task Đặng Quốc Thái';
    expect(await acts(people.chair)).toEqual([stopped, signed]);
    expect(await acts(delegate, { command: 'dossiers.complete-task' })).toEqual([signed]);
    expect(await acts(people.chair, { to: '2026-11-22' })).toEqual([]);
    expect(await acts(people.chair, { from: '2026-11-23', to: '2026-11-23' })).toEqual([stopped, signed]);
    expect(await acts(people.deputy)).toBe('identity.delegation-not-found');
    expect(await acts(await world.officer('quantri'))).toBe('identity.delegation-not-found');
    await end(given);
  });

  it('revoked in the middle: the open page is refused with whose power and when, and nothing moves', async () => {
    const given = await lend(await chief());
    const delegate = await chief();
    const taskId = await office.toSign(people.specialist);
    const dossierId = await dossierOf(taskId);
    const state = () =>
      many(
        test.owner,
        sql`select d.version, d.last_seq, t.closed_at, t.taken_up_by from dossiers.dossier d
          join dossiers.task t on t.dossier_id = d.dossier_id
          where d.dossier_id = ${dossierId} order by t.task_id`,
      );
    const untouched = await state();
    await end(given);
    for (const actor of [delegate, await chief()]) {
      const refused = await sign(actor, taskId);
      expect(refused).toMatchObject({
        refusal: {
          type: 'dossiers.delegation-ended',
          params: { principal: 'Đoàn Hữu Nghĩa (Chủ tịch)', number: '15/QĐ-UBND', how: 'ended' },
        },
      });
    }
    expect(await state()).toEqual(untouched);
    must(await sign(people.chair, taskId));
  });

  it('stays within its matters and acts, in lists, pages and commands', async () => {
    const given = await lend(await chief(), { sectors: ['Đất đai'] });
    const births = await lend(await chief(), { acts: ['supplement', 'work'] });
    const taskId = await office.toSign(people.specialist);
    const dossierId = await dossierOf(taskId);
    const delegate = await chief();
    const listed = async (actor: OfficerActor) =>
      must(await queries().inbox(world.as(actor), 'cho-ky')).items.some((row) => row.taskId === taskId);
    expect(await sign(delegate, taskId)).toMatchObject({ refusal: { kind: 'forbidden' } });
    expect(await listed(delegate)).toBe(false);
    await end(births);
    const unlimited = await lend(await chief(), { procedures: ['1.001193'] });
    const now = await chief();
    expect(await listed(now)).toBe(true);
    expect((await queries().queueCounts(world.as(now))).get('cho-ky')).toBeGreaterThan(0);
    expect(
      must(await queries().inbox(world.as(now), 'cho-ky')).items.filter((row) => row.taskId === taskId),
    ).toHaveLength(1);
    expect((await queries().getOfficeDossier(world.as(people.stranger), dossierId)).ok).toBe(false);
    must(await sign(now, taskId));
    await end(unlimited);
    await end(given);
  });

  it('a delegate does what the principal has taken up; nobody else does', async () => {
    const given = await lend(await chief());
    const taskId = await office.toSign(people.specialist);
    must(await commands().takeUpTask(world.as(people.chair), { taskId }));
    expect(await sign(people.deputy, taskId)).toMatchObject({
      refusal: { type: 'dossiers.task-with-other' },
    });
    const delegate = await chief();
    must(await commands().takeUpTask(world.as(delegate), { taskId }));
    expect(await office.holderOf(taskId)).toMatchObject({ assigned_to: people.chair.accountId });
    const { code } = await viewOf(delegate, await dossierOf(taskId));
    const { steps } = must(
      await world.product.modules.dossiers.queries.explainAccess(world.as(delegate), { code }),
    );
    expect(steps.find((step) => step.taskId === taskId)?.verdict).toBe('may');
    must(await sign(delegate, taskId));
    await end(given);
  });

  it('divided fields: the deputy signs KT. what is assigned, and the rest is refused to their own post', async () => {
    const given = await lend(people.deputy, { kind: 'signingFor', sectors: ['Hộ tịch'] });
    const deputy = await world.officer('phochutich.tanninh');
    const taskId = await office.toSign(people.specialist);
    const { actions } = await viewOf(deputy, await dossierOf(taskId));
    expect(actions.find(({ action }) => action === 'forward')).toMatchObject({
      signsAs: 'KT. CHỦ TỊCH / PHÓ CHỦ TỊCH',
      onBehalf: { kind: 'signingFor' },
    });
    must(await sign(deputy, taskId));
    await end(given);
    const after = await world.officer('phochutich.tanninh');
    const next = await office.toSign(people.specialist);
    expect(await sign(after, next)).toMatchObject({ refusal: { type: 'dossiers.delegation-ended' } });
    const { signers } = must(
      await queries().counter(world.as(await world.officer('tiepnhan.tanninh')), {
        procedureCode: '1.001193',
        competentUnitId: office.unitId('phuong-tan-ninh'),
      }),
    );
    expect(signers.map(({ signsAs }) => signsAs)).toEqual(['CHỦ TỊCH']);
  });
});
