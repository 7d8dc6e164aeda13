import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ok } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { lockUnits } from '../store/hold-units.ts';
import { aTestIdentity, aUnitRecord, smallProvince } from '../testing/test-identity.ts';

const now = new Date('2026-11-22T08:00:00+07:00');
const day = (text: string) => text as PlainDate;

describe('loading units', () => {
  const test = useTestDatabase();

  it('loads once, then changes nothing', async () => {
    const identity = aTestIdentity(test);
    const { units, successions } = smallProvince;
    expect(await identity.loadUnits(units, successions, now)).toEqual(
      ok({ written: 9, unchanged: 0, differences: [] }),
    );
    expect(await identity.loadUnits(units, successions, now)).toEqual(
      ok({ written: 0, unchanged: 9, differences: [] }),
    );
  });

  it('answers from memory by date, also in another process after a refresh', async () => {
    const identity = aTestIdentity(test);
    expect(identity.units.byKey('tan-ninh')).toBeUndefined();
    await identity.refreshUnits();
    const ward = identity.units.byKey('tan-ninh');
    const old = identity.units.byKey('phuong-1');
    if (!ward || !old) throw new Error('not loaded');
    expect(ward).toMatchObject({ name: 'Phường Tân Ninh', gsoCode: '25459', agencyCode: 'H53.101' });
    expect(identity.units.scopeOf(ward.id, day('2026-01-01'))).toEqual([ward.id, old.id]);
    expect(identity.units.successorOn(old.id, day('2026-01-01'))).toEqual(ward);
    const communes = identity.units.unitsOn(day('2026-01-01'), { kind: 'commune' });
    expect(communes.map((unit) => unit.name)).toEqual(['Phường Bình Minh', 'Phường Tân Ninh']);
    const centre = identity.units.findSubUnit(ward.id, { kind: 'oneStop' }, day('2026-01-01'));
    expect(centre?.key).toBe('tan-ninh.one-stop');
  });

  it('follows a corrected row, and a first day that moved', async () => {
    const identity = aTestIdentity(test);
    const renamed = smallProvince.units.map((unit) =>
      unit.key === 'binh-minh'
        ? { ...unit, name: 'Phường Bình Minh (sửa)', validFrom: day('2025-06-16') }
        : unit,
    );
    const report = await identity.loadUnits(renamed, smallProvince.successions, now);
    expect(report).toEqual(ok({ written: 1, unchanged: 8, differences: [] }));
    expect(identity.units.byKey('binh-minh')).toMatchObject({
      name: 'Phường Bình Minh (sửa)',
      validFrom: '2025-06-16',
    });
  });

  it('never overwrites what the office edited, and lists it', async () => {
    const identity = aTestIdentity(test);
    await sql`
      update identity.unit_span set name = 'Tên do cơ quan sửa', edited_at = ${now}
      where unit_id = (select id from identity.unit where key = 'tan-ninh')`.execute(test.db);
    const report = await identity.loadUnits(smallProvince.units, smallProvince.successions, now);
    expect(report).toMatchObject({ ok: true, value: { differences: ['tan-ninh@2025-07-01'] } });
    expect(identity.units.byKey('tan-ninh')?.name).toBe('Tên do cơ quan sửa');
    const listed = await many(
      test.db,
      sql<{ offered: { name: string } }>`select offered from identity.reference_difference`,
    );
    expect(listed).toEqual([{ offered: expect.objectContaining({ name: 'Phường Tân Ninh' }) }]);
  });

  it('waits for whoever changes the tree, and leaves alone what they changed', async () => {
    const identity = aTestIdentity(test);
    const offered = smallProvince.units.map((unit) =>
      unit.key === 'binh-minh' ? { ...unit, name: 'Phường Bình Minh (dữ liệu)' } : unit,
    );
    const editing = await test.owner.startTransaction().execute();
    await lockUnits(editing, test.jurisdiction);
    await sql`
      update identity.unit_span set name = 'Phường Bình Minh (cơ quan)', edited_at = ${now}
      where unit_id = (select id from identity.unit where key = 'binh-minh')`.execute(editing);
    const loading = identity.loadUnits(offered, smallProvince.successions, now);
    const waiting = sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await many(test.owner, waiting)).length === 0)
      await new Promise((resolve) => setImmediate(resolve));
    await editing.commit().execute();
    expect(await loading).toMatchObject({ ok: true });
    expect(identity.units.byKey('binh-minh')?.name).toBe('Phường Bình Minh (cơ quan)');
  });

  it('refuses faulty data by row before writing anything', async () => {
    const identity = aTestIdentity(test);
    const report = await identity.loadUnits(
      [
        aUnitRecord({ key: 'new', parentKey: 'nowhere' }),
        aUnitRecord({ key: 'twice' }),
        aUnitRecord({ key: 'twice', validFrom: day('2026-01-01') }),
        aUnitRecord({ key: 'never', validTo: day('2025-07-01') }),
      ],
      [{ fromKey: 'lost', toKey: 'new', on: day('2025-07-01'), kind: 'merge', source: 'x' }],
      now,
    );
    expect(report).toMatchObject({
      ok: false,
      refusal: {
        type: 'identity.unit-data-faulty',
        params: {
          rows: 'new: unknown-parent, twice: overlap, never: empty-span, lost: unknown-predecessor',
        },
      },
    });
    expect(await many(test.db, sql`select id from identity.unit where key = 'new'`)).toEqual([]);
  });

  it('does not let two spans of one unit overlap, whoever writes', async () => {
    await expect(
      sql`
        insert into identity.unit_span (jurisdiction, unit_id, valid_from, name, tier, kind, source, certainty, source_hash)
        select jurisdiction, id, '2025-12-01', 'x', 'commune', 'commune', 'x', 'official', 'x'
        from identity.unit where key = 'tan-ninh'`.execute(test.db),
    ).rejects.toThrow(/exclusion|unit_span/);
  });
});
