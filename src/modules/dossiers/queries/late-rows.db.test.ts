import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import { many } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { fillClocks } from '../testing/many-clocks.ts';
import { fillInbox } from '../testing/many-dossiers.ts';
import { type LateReach, lateRows } from './late-rows.ts';

const begin = new Date('2026-11-02T08:00:00+07:00');
const now = new Date('2026-11-23T08:00:00+07:00');
const later = new Date('2026-12-31T08:00:00+07:00');

describe('late dossiers among 12,000, as the application role', () => {
  const test = useTestDatabase();
  const [ward, merged, other, section] = [unit(), unit(), unit(), unit()];
  const ctx = () => ({ jurisdiction: test.jurisdiction, now: later });

  function unit(): Id<'unit'> {
    return newUuidV7<'unit'>();
  }

  beforeAll(async () => {
    for (const [place, count] of [
      [ward, 6000],
      [merged, 1000],
      [other, 5000],
    ] as const) {
      await fillInbox(test.owner, place, count, begin);
      await fillClocks(test.owner, place, 'tay-ninh', now);
    }
    await sql`
      update dossiers.task t set promised_at = d.promised_at,
        unit_id = case when d.received_unit_id = ${other} and d.register_serial <= 20 then ${section} else t.unit_id end
      from dossiers.dossier d where d.dossier_id = t.dossier_id`.execute(test.owner);
    await sql`analyze dossiers.dossier, dossiers.task, dossiers.clock`.execute(test.owner);
  }, 120_000);

  const everywhere: LateReach = { units: null, sectors: [], decidedBy: null };
  const reaches: readonly (readonly [string, LateReach])[] = [
    ['everywhere', everywhere],
    ['everywhere, what one unit decides', { units: null, sectors: [], decidedBy: [ward] }],
    ['units', { units: [ward, merged], decidedBy: null, sectors: [] }],
    ['all below a province', { units: [ward, merged, ...manyUnits()], sectors: [], decidedBy: null }],
    ['a sector', { units: [], sectors: ['Chứng thực'], decidedBy: null }],
    ['a unit and a sector', { units: [ward], sectors: ['Chứng thực'], decidedBy: null }],
    [
      'a unit in some matters alone',
      {
        units: [],
        sectors: [],
        decidedBy: null,
        limited: [{ unitIds: [ward], sectors: ['Chứng thực'], procedures: [] }],
      },
    ],
    ['a section', { units: [section], decidedBy: null, sectors: [] }],
  ];
  function manyUnits(): readonly Id<'unit'>[] {
    return Array.from({ length: 300 }, unit);
  }

  const read = (reach: LateReach, after?: readonly [string, string], limit = 51) =>
    many(test.db, lateRows(ctx(), reach, after, limit));

  it.each(reaches)('%s: a page reads a page of each walk and sorts no more', async (_, reach) => {
    const deep = ['2026-11-08T10:00:00+07:00', '00000000-0000-0000-0000-000000000000'] as const;
    for (const after of [undefined, deep]) {
      const plan = await planOf(lateRows(ctx(), reach, after, 51));
      expect(plan).not.toMatch(/Seq Scan on (?:task|dossier|clock)/);
      expect(plan).toMatch(/dossier_promised|task_promised/);
      for (const rows of numbers(plan, /Scan using \w+ on \w+.*?rows=(\d+(?:\.\d+)?) loops=/g))
        expect(rows).toBeLessThanOrEqual(51);
      for (const rows of numbers(plan, /Sort \(actual rows=(\d+(?:\.\d+)?) loops=/g))
        expect(rows).toBeLessThanOrEqual(51 * 6);
    }
  });

  it('pages through both units once each, longest promised first, and nobody else’s', async () => {
    const reach = { units: [ward, merged], decidedBy: null, sectors: [] };
    const seen: string[] = [];
    const units = new Set<string>();
    let after: readonly [string, string] | undefined;
    let promised = new Date(0);
    for (let pages = 0; pages < 200; pages++) {
      const rows = await read(reach, after, 50);
      const last = rows.at(-1);
      if (!last) break;
      for (const row of rows) {
        expect(row.promised_at.getTime()).toBeGreaterThanOrEqual(promised.getTime());
        promised = row.promised_at;
        units.add(row.competent_unit_id);
        seen.push(row.dossier_id);
      }
      after = [last.sort_key, last.dossier_id];
    }
    expect(seen.length).toBe(7000);
    expect(new Set(seen).size).toBe(7000);
    expect([...units].sort()).toEqual([ward, merged].sort());
  });

  it('within several units a filter is tested along the walk, and only what it asks for is shown', async () => {
    const reach = { units: [ward, merged], sectors: [], decidedBy: [merged] };
    const plan = await planOf(lateRows(ctx(), reach, undefined, 51));
    expect(plan).not.toMatch(/Seq Scan on (?:task|dossier|clock)/);
    expect(new Set((await read(reach)).map((row) => row.competent_unit_id))).toEqual(new Set([merged]));
  });

  it('a section sees what lies with it, though another unit received it', async () => {
    expect((await read({ units: [section], decidedBy: null, sectors: [] })).length).toBe(20);
  });

  it('all below a unit is seen as its few units are, and nobody else’s', async () => {
    const few = { units: [merged, section], sectors: [], decidedBy: null };
    const many = { ...few, units: [...few.units, ...manyUnits()] };
    const ids = (await read(few, undefined, 2000)).map((row) => row.dossier_id);
    expect(ids.length).toBe(1020);
    expect((await read(many, undefined, 2000)).map((row) => row.dossier_id)).toEqual(ids);
  });

  it('a sector is seen wherever it is, once, and another sector is not', async () => {
    await sql`update dossiers.dossier set sector = 'Hộ tịch' where received_unit_id = ${merged}`.execute(
      test.owner,
    );
    const seen = async (units: readonly Id<'unit'>[], sectors: readonly string[]) =>
      (await read({ units, sectors, decidedBy: null }, undefined, 9000)).map((row) => row.dossier_id);
    const ofSector = await seen([], ['Hộ tịch']);
    expect(ofSector.length).toBe(1000);
    expect(await seen([merged], ['Hộ tịch'])).toEqual(ofSector);
    expect((await seen([section], ['Hộ tịch'])).length).toBe(1020);
    expect(await seen([], ['Đất đai'])).toEqual([]);
  });

  it('what stands still, was given more time or has ended is not late', async () => {
    const [first, second, third] = await read({ units: [merged], decidedBy: null, sectors: [] });
    const reach = { units: [merged], decidedBy: null, sectors: [] };
    const change = (id: string | undefined, what: RawBuilder<unknown>) =>
      sql`update dossiers.clock set ${what} where dossier_id = ${id}`.execute(test.owner);
    await change(first?.dossier_id, sql`forecast_at = null, suspended_at = ${now}`);
    await change(second?.dossier_id, sql`forecast_at = ${new Date('2027-01-05T17:00:00+07:00')}`);
    await change(third?.dossier_id, sql`ended = true`);
    const ids = (await read(reach)).map((row) => row.dossier_id);
    for (const row of [first, second, third]) expect(ids).not.toContain(row?.dossier_id);
  });

  it('finds nothing before the first promise has passed', async () => {
    const early = { ...ctx(), now: begin };
    expect(await many(test.db, lateRows(early, everywhere, undefined, 51))).toEqual([]);
  });

  async function planOf(query: RawBuilder<unknown>): Promise<string> {
    const rows = await many(
      test.db,
      sql<{ 'QUERY PLAN': string }>`explain (analyze, costs off, timing off, summary off) ${query}`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  const numbers = (plan: string, shape: RegExp) => [...plan.matchAll(shape)].map((match) => Number(match[1]));
});
