import { describe, expect, it } from 'vitest';
import { compileCalendar, computeDue } from '../../modules/process/public.ts';
import { toCalendarRecords } from './calendar-definitions.ts';
import { loadReferenceData } from './load-reference-data.ts';
import { plainDate } from './vocabulary.ts';

const { calendarDays, calendarYears, officeHours } = await loadReferenceData('data');
const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
const isRestDay = (date: string) => weekday(date) === 0 || weekday(date) === 6;
const ofKind = (kind: string) => calendarDays.filter((day) => day.kind === kind);

describe('the calendar shipped', () => {
  it('covers 2016 to 2027 and calls 2027 a forecast', () => {
    expect(calendarYears.map((row) => row.year)).toEqual(
      Array.from({ length: 12 }, (_, index) => 2016 + index),
    );
    expect(calendarYears.filter((row) => row.status === 'forecast').map((row) => row.year)).toEqual([2027]);
  });

  it.each(calendarYears.map((row) => row.year))('gives %i the holidays of the law', (year) => {
    // Ten days until 2020, eleven with a second day at 2/9 (Labour Code 2019), twelve with 24/11 (NQ 28/2026/QH16).
    const expected = year < 2021 ? 10 : year < 2026 ? 11 : 12;
    expect(ofKind('statutory').filter((day) => day.date.startsWith(String(year))).length).toBe(expected);
  });

  it('gives each holiday on a rest day one working day in lieu', () => {
    const onRestDays = ofKind('statutory')
      .map((day) => day.date)
      .filter(isRestDay);
    expect(
      ofKind('compensatory')
        .map((day) => day.insteadOf)
        .sort(),
    ).toEqual(onRestDays.sort());
    expect(ofKind('compensatory').filter((day) => isRestDay(day.date))).toEqual([]);
  });

  it('makes up each swapped weekday on one Saturday', () => {
    const off = ofKind('swap').map((day) => `${day.date} ${day.insteadOf}`);
    const worked = ofKind('makeUp').map((day) => `${day.insteadOf} ${day.date}`);
    expect(off).toEqual(worked.toSorted());
    expect(ofKind('swap').filter((day) => isRestDay(day.date))).toEqual([]);
    expect(ofKind('makeUp').filter((day) => weekday(day.date) !== 6)).toEqual([]);
  });

  it('names a day once', () => {
    const dates = calendarDays.map((day) => day.date);
    expect(new Set(dates).size).toBe(dates.length);
  });

  it.each([
    ['2024-05-04', true],
    ['2025-04-26', true],
    ['2025-05-02', false],
    ['2026-02-16', false],
    ['2026-02-23', true],
    ['2026-04-27', false],
    ['2026-08-22', true],
    ['2026-08-31', false],
    ['2026-11-24', false],
    ['2025-11-24', true],
  ])('on %s offices work: %s', (date, works) => {
    const day = calendarDays.find((row) => row.date === date);
    expect(day ? day.effect === 'makeUp' : !isRestDay(date)).toBe(works);
  });

  it('lets new hours follow the old ones from their day', () => {
    const [old] = officeHours;
    if (!old) throw new Error('no office hours');
    const change = plainDate.parse('2026-05-01');
    const summer = { ...old, hours: [['06:30', '11:30']] as const, validFrom: change };
    const [calendar] = toCalendarRecords([{ ...old, validTo: change }, summer], [], []);
    expect(calendar?.definition.hours[1]).toEqual(old.hours);
    expect(calendar?.definition.laterHours).toMatchObject([
      { from: change, hours: { 5: [['06:30', '11:30']] } },
    ]);
  });

  it('gives the due time of the worked example over Tết 2026', () => {
    const [calendar] = toCalendarRecords(officeHours, calendarDays, calendarYears);
    if (!calendar) throw new Error('no calendar');
    expect(calendar.code).toBe('tay-ninh');
    expect(calendar.definition).toMatchObject({ knownFrom: '2016-01-01', knownUntil: '2026-12-31' });
    const due = computeDue(compileCalendar(calendar.definition), {
      rule: { unit: 'working-days', amount: 7, cutOff: null, dueAt: 'end-of-day', roll: 'next' },
      receivedAt: new Date('2026-02-13T16:20:00+07:00'),
      asOf: new Date('2026-02-24T09:00:00+07:00'),
      suspensions: [],
    });
    expect(due).toMatchObject({
      ok: true,
      value: { dueAt: new Date('2026-03-03T17:00:00+07:00'), forecast: false },
    });
  });
});
