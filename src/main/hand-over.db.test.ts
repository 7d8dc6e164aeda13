import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { personFor } from '../modules/dossiers/store/person-for.ts';
import { openTasks } from '../modules/dossiers/store/tasks.ts';
import { fillQueue } from '../modules/dossiers/testing/many-dossiers.ts';
import { many, one } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { officeWorld } from './testing/office-world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

describe('handing over, and work that goes round', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const office = officeWorld(world, test);
  const commands = () => world.product.modules.dossiers.commands;
  const queries = () => world.product.modules.dossiers.queries;
  let people: Readonly<Record<'ngan' | 'tung' | 'thao' | 'head', OfficerActor>>;

  beforeAll(async () => {
    for (const login of ['kinhte.tanninh', 'xahoi.tanninh'])
      await office.givePost(await world.officer(login), 'phuong-tan-ninh/office', 'specialist');
    people = {
      ngan: await world.officer('hotich.tanninh'),
      tung: await world.officer('kinhte.tanninh'),
      thao: await world.officer('xahoi.tanninh'),
      head: await world.officer('chanhvanphong.tanninh'),
    };
  }, 60_000);

  const unitId = () => office.unitId('phuong-tan-ninh/office');
  const heldBy = async (officer: OfficerActor) =>
    (
      await one(
        test.owner,
        sql<{ held: number }>`
          select count(*)::int as held from dossiers.task
          where assigned_to = ${officer.accountId} and closed_at is null
        `,
      )
    ).held;

  it('shows what would move, moves a hundred at once, the worker the rest, and each says why', async () => {
    const filled = { unitId: unitId(), from: morning, holder: people.ngan.accountId };
    await fillQueue(test.owner, { ...filled, count: 780, role: 'specialist', kind: 'work' });
    await fillQueue(test.owner, { ...filled, count: 30, role: 'headOfSection', kind: 'work' });
    const leaver = {
      unitId: unitId(),
      fromAccountId: people.ngan.accountId,
      toAccountId: people.tung.accountId,
    };
    const preview = must(await queries().handOverPreview(world.as(people.head), leaver));
    // Tùng is no head of section: those steps go to whoever is.
    expect(preview).toMatchObject({ total: 270, toPerson: 260, toGroup: 10 });
    const stale = { ...leaver, expected: 269, reason: 'Chuyển công tác' };
    expect(await commands().handOver(world.as(people.head), stale)).toMatchObject({
      refusal: { type: 'dossiers.hand-over-changed', params: { total: 270 } },
    });
    const ctx = world.as(people.head);
    const first = must(await commands().handOver(ctx, { ...stale, expected: 270 }));
    expect(first).toMatchObject({ left: 170 });
    expect(await commands().handOver(ctx, { ...stale, expected: 270 })).toEqual({ ok: true, value: first });
    expect(await heldBy(people.ngan)).toBe(170);
    // A worker that died after one more chunk left a job to run again: it finds what is left.
    await world.runJobs();
    expect(await heldBy(people.ngan)).toBe(0);
    expect(await heldBy(people.tung)).toBe(260);
    const moved = await many(
      test.owner,
      sql<{ how: string; reason: string; moves: number }>`
        select how, reason, count(*)::int as moves from dossiers.assignment group by how, reason
      `,
    );
    expect(moved).toEqual([{ how: 'handOver', reason: 'Chuyển công tác', moves: 270 }]);
    const row = await one(
      test.owner,
      sql<{ to_person: number; to_group: number; finished: boolean }>`
        select to_person, to_group, finished_at is not null as finished from dossiers.hand_over
      `,
    );
    expect(row).toEqual({ to_person: 260, to_group: 10, finished: true });
  }, 60_000);

  it('what somebody completes meanwhile is not moved, and nothing is lost', async () => {
    const births = await office.births();
    const tasks = await Promise.all([births.aTask(), births.aTask(), births.aTask()]);
    for (const task of tasks) must(await commands().takeUpTask(world.as(people.thao), task));
    const leaver = { unitId: unitId(), fromAccountId: people.thao.accountId };
    const [completed, moved] = await Promise.all([
      commands().completeTask(world.as(people.thao), { ...tasks[0], outcome: 'forward' }),
      commands().handOver(world.as(people.head), { ...leaver, expected: 3, reason: 'Nghỉ hưu' }),
    ]);
    expect(await heldBy(people.thao)).toBe(moved.ok ? 0 : 2);
    const first = await office.holderOf(String(tasks[0]?.taskId));
    // In the group again it was still hers to complete, or it was done before it could move.
    expect(completed.ok ? first.closed_by : first.assigned_to).toBe(
      completed.ok ? people.thao.accountId : null,
    );
  });

  it('round robin is fair however many steps open at once', async () => {
    const { dossierId } = await (await office.births()).anAccepted();
    const deps = world.product.modules;
    const performer = { unit: { section: 'office' }, role: 'specialist', rule: 'roundRobin' } as const;
    await sql`update dossiers.task set closed_at = opened_at, outcome = 'forward'
      where closed_at is null and assigned_to is not null`.execute(test.owner);
    const open = async () => {
      const ctx = { ...world.as(people.head), now: morning };
      await world.product.db.transaction().execute(async (tx) => {
        const chosen = await personFor(
          tx,
          ctx,
          deps,
          dossierId as never,
          { key: 'x', performer },
          unitId(),
          [],
        );
        const task = {
          taskId: newUuidV7<'task'>(),
          stepKey: 'x',
          stepName: 'Thụ lý',
          kind: 'work' as const,
          unitId: unitId(),
          role: 'specialist' as const,
          hours: 8,
          dueAt: morning,
          ...chosen,
        };
        const list = {
          dossierId: dossierId as never,
          code: 'x',
          procedureCode: 'x',
          procedureName: 'x',
          ownerName: 'x',
          promisedAt: null,
          channel: 'online' as const,
        };
        await openTasks(tx, ctx, list, [task]);
      });
    };
    // Random bursts: what counts is that nobody ever has two more than another.
    for (const burst of [7, 1, 10, 3, 9]) {
      await Promise.all(Array.from({ length: burst }, open));
      const held = await Promise.all([people.ngan, people.tung, people.thao].map(heldBy));
      expect(Math.max(...held) - Math.min(...held)).toBeLessThanOrEqual(1);
    }
    expect(await Promise.all([people.ngan, people.tung, people.thao].map(heldBy))).toEqual([10, 10, 10]);
  });
});
