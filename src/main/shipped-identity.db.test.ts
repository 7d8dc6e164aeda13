import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { ok } from '../kernel/result.ts';
import type { Identity } from '../modules/identity/public.ts';
import { aTestIdentity } from '../modules/identity/testing/test-identity.ts';
import { checkout } from '../platform/embedded/data-home.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { toDemoOfficers } from './reference-data/demo-records.ts';
import { loadDemoPeople } from './reference-data/load-reference-data.ts';
import type { Located } from './reference-data/read-csv.ts';
import { toSuccessionRecords, toUnitRecords } from './reference-data/unit-records.ts';
import { parseSuccessions, parseUnits, parseUnitTemplates } from './reference-data/units.ts';

const now = new Date('2026-11-23T08:00:00+07:00');
const day = (text: string) => text as PlainDate;
const today = day('2026-11-23');
const folder = join(checkout, 'data');
const read = async (path: string) => ({ path, text: await readFile(join(folder, path), 'utf8') });
const rows = <T>(located: readonly Located<T>[]) => located.map(({ row }) => row);

describe('the shipped units and demo people in identity', () => {
  const test = useTestDatabase();
  let identity: Identity;
  const unit = (key: string) => {
    const found = identity.units.byKey(key);
    if (!found) throw new Error(`no unit ${key}`);
    return found;
  };

  beforeAll(async () => {
    identity = aTestIdentity(test);
    const units = rows(parseUnits(await read('units/units.csv')));
    const templates = rows(parseUnitTemplates(await read('units/unit-templates.csv')));
    const successions = rows(parseSuccessions(await read('units/successions.csv')));
    const load = () =>
      identity.loadUnits(
        toUnitRecords(units, templates),
        toSuccessionRecords(successions, units, templates),
        now,
      );
    expect(await load()).toMatchObject({ ok: true, value: { unchanged: 0, differences: [] } });
    expect(await load()).toMatchObject({ ok: true, value: { written: 0, differences: [] } });
    const { officers } = await loadDemoPeople(folder);
    const people = toDemoOfficers(officers);
    expect(await identity.seedDemoPeople(people, 'x', now)).toEqual(ok({ added: people.length }));
  });

  it('has the communes of the province before and after 01/07/2025', () => {
    const on = (date: string) => identity.units.unitsOn(day(date), { kind: 'commune' }).length;
    expect(on('2025-07-01')).toBe(96);
    expect(on('2025-06-30')).toBeGreaterThan(94);
    expect(identity.units.unitsOn(today, { kind: 'district' })).toEqual([]);
  });

  it('leads from an old ward to the new one and to its counter', () => {
    const ward = unit('phuong-tan-ninh');
    const predecessors = identity.units.scopeOf(ward.id, today).length - 1;
    expect(predecessors).toBeGreaterThan(3);
    const counter = identity.units.findSubUnit(ward.id, { kind: 'oneStop' }, today);
    expect(counter?.name).toBe('Trung tâm Phục vụ hành chính công phường Tân Ninh');
    const office = identity.units.findSubUnit(ward.id, { kind: 'section', sectionCode: 'office' }, today);
    expect(office?.key).toBe('phuong-tan-ninh/office');
  });

  it('finds the counter of a department at the province', () => {
    const counter = identity.units.nearestSubUnit(unit('so-xay-dung').id, { kind: 'oneStop' }, today);
    expect(counter?.key).toBe('trung-tam-phuc-vu-hanh-chinh-cong-tinh');
  });

  it.each(['phuong-tan-ninh', 'xa-tan-bien'])('has people for every step of %s', async (key) => {
    const { id } = unit(key);
    const counter = identity.units.findSubUnit(id, { kind: 'oneStop' }, today)?.id ?? id;
    const has = (unitId: typeof id, role: Parameters<Identity['hasPerformer']>[2]) =>
      identity.hasPerformer(test.db, unitId, role, today);
    expect(await has(counter, 'oneStopOfficer')).toBe(true);
    expect(await has(id, 'leader')).toBe(true);
    expect(await has(id, 'recordsClerk')).toBe(true);
    expect(await has(unit(`${key}/office`).id, 'specialist')).toBe(true);
  });

  it('knows the communes nobody acts for yet', async () => {
    const without = await identity.unitsWithoutPerformer(test.db, 'oneStopOfficer', today);
    expect(without).not.toContain(unit('phuong-tan-ninh/one-stop').id);
    expect(without.length).toBeGreaterThan(90);
  });
});
