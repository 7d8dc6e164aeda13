import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Result } from '../../../kernel/result.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { Unit } from '../../identity/public.ts';
import { createProcess, type Loaded, type ProcessRecord } from '../public.ts';
import { aCalendar, aStep, daysOff, officeDay } from '../testing/builders.ts';

const now = new Date('2026-11-22T08:00:00+07:00');
const on = (text: string) => text as PlainDate;

const province = aUnit('province', { officeHours: 'ca-tinh' });
const department = aUnit('department', {});
const board = aUnit('board', { officeHours: 'khu-kinh-te' });
const parents = new Map([[department.id, [province]]]);

describe('process in the database', () => {
  const database = useTestDatabase();

  test('a changed calendar becomes a new version and is used after a refresh', async () => {
    const process = aProcess();
    const before = aCalendar();
    await load(process.loadCalendars, [{ code: 'ca-tinh', definition: before }]);
    await process.refreshCalendars();
    const day = process.calendarNamed('ca-tinh');
    expect(await load(process.loadCalendars, [{ code: 'ca-tinh', definition: before }])).toMatchObject({
      added: 0,
      unchanged: 1,
    });
    const after = aCalendar({ off: daysOff('2026-11-24') });
    expect(await load(process.loadCalendars, [{ code: 'ca-tinh', definition: after }])).toMatchObject({
      added: 1,
    });
    expect(process.calendarNamed('ca-tinh')).toBe(day);
    await process.refreshCalendars();
    expect(process.calendarNamed('ca-tinh')?.definition).toEqual(after);
    const kept = process.calendarNamed('ca-tinh');
    await process.refreshCalendars();
    expect(process.calendarNamed('ca-tinh')).toBe(kept);
  });

  test('a unit has its own office hours, else those above it', async () => {
    const process = aProcess();
    await load(process.loadCalendars, [
      { code: 'ca-tinh', definition: aCalendar() },
      { code: 'khu-kinh-te', definition: aCalendar({ off: daysOff('2026-12-01') }) },
    ]);
    await process.refreshCalendars();
    expect(process.calendarOf(department.id, on('2026-11-22'))).toBe(process.calendarNamed('ca-tinh'));
    expect(process.calendarOf(board.id, on('2026-11-22'))).toBe(process.calendarNamed('khu-kinh-te'));
    expect(() => process.calendarOf(newUuidV7(), on('2026-11-22'))).toThrow('tay-ninh is not loaded');
  });

  test('a calendar edited in the office is left alone and named as a difference', async () => {
    const process = aProcess();
    await load(process.loadCalendars, [{ code: 'sua-tay', definition: aCalendar() }]);
    await sql`insert into process.calendar_version values (1, 'sua-tay', 2, '{}', 'khac', 'office', ${now})`.execute(
      database.db,
    );
    const again = await load(process.loadCalendars, [{ code: 'sua-tay', definition: aCalendar() }]);
    expect(again).toMatchObject({ added: 0, unchanged: 0, differences: ['sua-tay'] });
  });

  test('days that are not eight hours long are warned about', async () => {
    const hours = { 1: officeDay, 6: officeDay.slice(0, 1) };
    const loaded = await load(aProcess().loadCalendars, [
      { code: 'sang-thu-bay', definition: aCalendar({ hours }) },
    ]);
    expect(loaded.warnings).toEqual(['sang-thu-bay 6: 270']);
  });

  test('a wrong calendar is refused with the field', async () => {
    const definition = aCalendar({ off: daysOff('2026-02-30') });
    const outcome = await inTransaction(database.db, (tx) =>
      aProcess().loadCalendars(tx, [{ code: 'sai', definition }], now),
    );
    expect(outcome).toMatchObject({
      refusal: { type: 'process.calendar-invalid', fields: [{ pointer: '/off/0' }] },
    });
  });

  test('the process in force follows its dates, its newest version and the case', async () => {
    const process = aProcess();
    const first = aRecord({ validTo: on('2026-07-01') });
    const second = aRecord({ validFrom: on('2026-07-01'), name: 'Quy trình mới' });
    const ofCase = aRecord({ code: 'khai-sinh-luu-dong', cases: ['luu-dong'], name: 'Quy trình lưu động' });
    await load(process.loadProcesses, [first, second, ofCase]);
    const inForce = async (day: string, caseKey?: string) => {
      const found = await process.getProcessInForce(database.db, '1.001193', on(day), caseKey);
      return found.ok ? found.value.name : found.refusal.type;
    };
    expect(await inForce('2025-12-31')).toBe('process.none-in-force');
    expect(await inForce('2026-06-30')).toBe('Quy trình khai sinh');
    expect(await inForce('2026-07-01')).toBe('Quy trình mới');
    expect(await inForce('2026-07-01', 'luu-dong')).toBe('Quy trình lưu động');
    expect(await inForce('2026-07-01', 'thong-thuong')).toBe('Quy trình mới');

    const old = await process.getProcessInForce(database.db, '1.001193', on('2026-07-01'));
    await load(process.loadProcesses, [{ ...second, name: 'Quy trình sửa' }]);
    expect(await inForce('2026-07-01')).toBe('Quy trình sửa');
    const pinned = old.ok ? await aProcess().getProcessVersion(database.db, old.value.id) : old;
    expect(pinned).toMatchObject({ ok: true, value: { name: 'Quy trình mới', version: 2 } });
  });

  test('loading the same process again changes nothing; a table that cannot run is refused', async () => {
    const process = aProcess();
    const record = aRecord({ code: 'hai-lan', procedures: ['1.000894'] });
    await load(process.loadProcesses, [record]);
    expect(await load(process.loadProcesses, [record])).toMatchObject({
      added: 0,
      unchanged: 1,
      differences: [],
    });
    const broken = { ...record, code: 'hong', table: { steps: [aStep({ key: 'a', hours: -1 })] } };
    const outcome = await inTransaction(database.db, (tx) => process.loadProcesses(tx, [broken], now));
    expect(outcome).toMatchObject({ refusal: { fields: [{ pointer: '/steps/0/hours' }] } });
  });

  test('the application cannot rewrite a version', async () => {
    const rewrite = sql`update process.process_version set name = 'khác'`.execute(database.db);
    await expect(rewrite).rejects.toThrow('permission denied');
    const remove = sql`delete from process.calendar_version`.execute(database.db);
    await expect(remove).rejects.toThrow('permission denied');
  });

  test('an unknown version is refused', async () => {
    const found = await aProcess().getProcessVersion(database.db, newUuidV7());
    expect(found).toMatchObject({ refusal: { type: 'process.not-found' } });
  });

  function aProcess() {
    const known = new Map([province, department, board].map((unit) => [unit.id, unit]));
    const units = {
      unitOn: (id: Id<'unit'>) => known.get(id),
      latest: (id: Id<'unit'>) => known.get(id),
      ancestorsOn: (id: Id<'unit'>) => parents.get(id) ?? [],
    };
    const identity = { units, describeAccounts: async () => new Map() };
    return createProcess({ db: database.db, newId: newUuidV7, identity });
  }

  async function load<Record>(
    loader: (
      tx: Parameters<Parameters<typeof inTransaction>[1]>[0],
      records: Record[],
      now: Date,
    ) => Promise<Result<Loaded>>,
    records: Record[],
  ): Promise<Loaded> {
    const outcome = await inTransaction(database.db, (tx) => loader(tx, records, now));
    if (!outcome.ok) throw new Error(outcome.refusal.type);
    return outcome.value;
  }
});

function aUnit(key: string, more: Partial<Unit>): Unit {
  return {
    id: newUuidV7<'unit'>(),
    key,
    name: key,
    tier: 'province',
    kind: 'department',
    validFrom: on('2016-01-01'),
    ...more,
  };
}

function aRecord(more: Partial<ProcessRecord>): ProcessRecord {
  return {
    code: 'khai-sinh',
    name: 'Quy trình khai sinh',
    procedures: ['1.001193'],
    table: {
      steps: [aStep({ key: 'tiep-nhan', kind: 'intake' }), aStep({ key: 'tra', kind: 'return', hours: 0 })],
    },
    validFrom: on('2026-01-01'),
    source: 'thực tiễn, chưa đối chiếu',
    certainty: 'practice',
    ...more,
  };
}
