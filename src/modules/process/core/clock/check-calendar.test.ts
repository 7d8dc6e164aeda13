import { expect, test } from 'vitest';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { aCalendar, officeDay } from '../../testing/builders.ts';
import { checkCalendar, daysNotEightHours } from './check-calendar.ts';

test('an ordinary calendar has nothing wrong', () => {
  expect(checkCalendar(aCalendar({ makeUp: [{ date: '2026-01-10' as PlainDate }] }))).toEqual([]);
});

test('days that are not eight hours long are named', () => {
  const calendar = aCalendar({
    hours: {
      1: officeDay,
      2: [
        ['07:30', '11:30'],
        ['13:00', '17:00'],
      ],
      6: [['07:00', '11:30']],
    },
    makeUp: [
      { date: '2026-01-10' as PlainDate, hours: [['07:00', '11:00']] },
      { date: '2026-08-22' as PlainDate },
    ],
  });
  expect(daysNotEightHours(calendar)).toEqual([
    { day: '6', minutes: 270 },
    { day: '2026-01-10', minutes: 240 },
  ]);
});

test('hours that change on a day are checked like the first, and follow one another', () => {
  const on = (date: string) => date as PlainDate;
  const change = { from: on('2026-05-01'), hours: { 1: officeDay } };
  expect(checkCalendar(aCalendar({ laterHours: [change, { ...change, from: on('2026-10-01') }] }))).toEqual(
    [],
  );
  const twice = checkCalendar(aCalendar({ laterHours: [change, change] }));
  expect(twice.map(({ pointer }) => pointer)).toEqual(['/laterHours/1/from']);
  const wrong = checkCalendar(aCalendar({ laterHours: [{ ...change, hours: { 1: [['17:00', '07:00']] } }] }));
  expect(wrong.map(({ pointer }) => pointer)).toEqual(['/laterHours/0/hours/1/0']);
});
