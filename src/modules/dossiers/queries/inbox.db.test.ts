import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor, Role } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { many } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { type Queue, queues } from '../contract.ts';
import { fillQueue } from '../testing/many-dossiers.ts';
import { countQueues } from './queue-counts.ts';
import { type After, queuePage } from './queue-page.ts';
import { ownPlaces, type QueueReach } from './queue-reach.ts';

const morning = new Date('2026-11-23T08:00:00+07:00');
/** Two hours into the day: some of what was due a minute apart is overdue, some due soon. */
const bounds = {
  now: new Date('2026-11-23T18:00:00+07:00'),
  dayStart: new Date('2026-11-23T00:00:00+07:00'),
  dayEnd: new Date('2026-11-24T00:00:00+07:00'),
  soon: new Date('2026-11-24T17:00:00+07:00'),
};

describe('units with 25,000 dossiers waiting', () => {
  const test = useTestDatabase();
  const [ward, merged, other] = [newUuidV7<'unit'>(), newUuidV7<'unit'>(), newUuidV7<'unit'>()];
  const counter = officer('oneStopOfficer');
  const specialist = officer('specialist');

  function officer(role: Role): OfficerActor {
    return {
      kind: 'officer',
      accountId: newUuidV7(),
      personId: newUuidV7(),
      posts: [{ postId: newUuidV7<'post'>(), unitId: ward, role, unitScope: [ward, merged] }],
      grants: [],
    };
  }

  function contextOf(actor: OfficerActor): QueryContext {
    return {
      jurisdiction: test.jurisdiction,
      actor,
      now: bounds.now,
      origin: { ip: undefined, userAgent: undefined },
    };
  }

  beforeAll(async () => {
    const many = (unitId: string, count: number) =>
      fillQueue(test.owner, { unitId, count, from: morning, holder: counter.accountId });
    await many(ward, 15_000);
    await many(merged, 500);
    await many(other, 5_000);
    for (const kind of ['work', 'sign', 'return'])
      await fillQueue(test.owner, {
        unitId: ward,
        count: 2000,
        from: morning,
        role: 'specialist',
        kind,
        holder: specialist.accountId,
      });
  }, 90_000);

  const group = (actor: OfficerActor): QueueReach => ({ places: ownPlaces(actor), held: [] });
  const mine = (actor: OfficerActor): QueueReach => ({
    places: [],
    held: [{ account: actor.accountId, unitId: null }],
  });
  const page = (actor: OfficerActor, queue: Queue, reach = group(actor), after?: After, choice = {}) =>
    queuePage(contextOf(actor), queue, reach, bounds, choice, after, 51);

  it.each(queues)('%s is read as the application role without sorting all matches', async (queue) => {
    for (const actor of [counter, specialist]) {
      const plan = await planOf(page(actor, queue));
      expect(plan).not.toContain('Seq Scan on task');
      expect(plan).not.toContain('Seq Scan on dossier');
      for (const rows of rowsRead(plan)) expect(rows).toBeLessThanOrEqual(51);
      for (const rows of rowsSorted(plan)) expect(rows).toBeLessThanOrEqual(51 * 4);
    }
  });

  it('reads one page of each walk, and as little deep in the list', async () => {
    const deep = ['2026-12-01T10:00:00+07:00', '00000000-0000-0000-0000-000000000000'] as const;
    for (const after of [undefined, deep]) {
      const plan = await planOf(page(counter, 'cho-tiep-nhan', group(counter), after));
      expect(plan).toContain('task_queue');
      expect(plan).not.toContain('Rows Removed by Filter');
      expect(rowsRead(plan)).not.toEqual([]);
      expect(Math.max(...rowsRead(plan))).toBeLessThanOrEqual(51);
    }
  });

  it('walks the newest first by an index of its own, time by another, a person’s by a third', async () => {
    expect(
      await planOf(page(counter, 'cho-tiep-nhan', group(counter), undefined, { sort: 'newest' })),
    ).toContain('task_queue_newest');
    expect(await planOf(page(counter, 'qua-han'))).toContain('task_running');
    expect(await planOf(page(counter, 'cho-tiep-nhan', mine(counter)))).toContain('task_of_holder');
  });

  it('counts no more than a thousand of anything, by index alone', async () => {
    const own = { places: ownPlaces(counter), held: [] };
    const plan = await planOf(countQueues(contextOf(counter), own, { places: [], held: [] }, bounds));
    expect(plan).not.toContain('Seq Scan on task');
    expect(plan).not.toContain('Seq Scan on dossier');
    for (const rows of rowsRead(plan)) expect(rows).toBeLessThanOrEqual(1000);
    const counts = await many(
      test.db,
      countQueues(contextOf(counter), own, { places: [], held: [] }, bounds),
    );
    expect(counts.find(({ queue }) => queue === 'cho-tiep-nhan')?.open).toBe(1000);
  });

  it('counts for the post’s staff by index alone too', async () => {
    const none = { places: [], held: [] };
    const intake = ownPlaces(counter);
    const plan = await planOf(countQueues(contextOf(counter), none, none, bounds, intake));
    expect(plan).not.toContain('Seq Scan on task');
    for (const rows of rowsRead(plan)) expect(rows).toBeLessThanOrEqual(1000);
    const counts = await many(test.db, countQueues(contextOf(counter), none, none, bounds, intake));
    expect(counts.filter(({ open }) => open > 0)).toEqual([{ queue: 'cho-tiep-nhan', open: 1000 }]);
  });

  it('pages through both units once each, earliest due first, and nobody else’s', async () => {
    const seen: string[] = [];
    let after: After;
    for (let at = 0; at < 12; at++) {
      const rows = (await many(test.db, page(counter, 'cho-tiep-nhan', group(counter), after))).slice(0, 50);
      const last = rows.at(-1);
      if (!last) break;
      seen.push(...rows.map((row) => row.task_id));
      after = [last.sort_key, last.task_id];
    }
    expect(new Set(seen).size).toBe(600);
    const units = await many(
      test.owner,
      sql<{ unit_id: Id<'unit'> }>`
        select distinct unit_id from dossiers.task where task_id = any(${seen}::uuid[])
      `,
    );
    expect(units.map((row) => row.unit_id).sort()).toEqual([merged, ward].sort());
  });

  it('divides what runs by its due time: late, due soon, later, each row once', async () => {
    const all = async (queue: Queue) => {
      const rows = await many(
        test.db,
        queuePage(contextOf(specialist), queue, group(specialist), bounds, {}, undefined, 9000),
      );
      return rows.map((row) => ({ id: row.task_id, due: row.due_at, kind: row.kind }));
    };
    const late = await all('qua-han');
    const soon = await all('sap-den-han');
    expect(late.length).toBeGreaterThan(100);
    expect(soon.length).toBeGreaterThan(100);
    expect(late.every(({ due, kind }) => due < bounds.now && kind !== 'return')).toBe(true);
    expect(soon.every(({ due }) => due >= bounds.now && due <= bounds.soon)).toBe(true);
    const returns = [...(await all('cho-tra-ket-qua')), ...(await all('cong-dan-chua-den-nhan'))];
    expect(new Set(returns.map(({ id }) => id)).size).toBe(2000);
  });

  it('shows a person their own alone', async () => {
    const rows = await many(test.db, page(specialist, 'dang-thu-ly', mine(specialist)));
    expect(rows.length).toBe(51);
    expect(new Set(rows.map((row) => row.assigned_to))).toEqual(new Set([specialist.accountId]));
  });

  async function planOf(query: RawBuilder<unknown>): Promise<string> {
    const rows = await many(
      test.db,
      sql<{ 'QUERY PLAN': string }>`explain (analyze, costs off, timing off, summary off) ${query}`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  const numbersAfter = (plan: string, shape: RegExp) =>
    [...plan.matchAll(shape)].map((match) => Number(match[1]));
  /** Rows each walk of a task or dossier index brought, a walk. */
  const rowsRead = (plan: string) =>
    numbersAfter(plan, /Scan using (?:task|dossier)_\w+.*?rows=(\d+(?:\.\d+)?) loops=/g);
  const rowsSorted = (plan: string) => numbersAfter(plan, /Sort \(actual rows=(\d+(?:\.\d+)?) loops=/g);
});
