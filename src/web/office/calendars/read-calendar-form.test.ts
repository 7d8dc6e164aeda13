import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { CalendarDefinition } from '../../../modules/process/public.ts';
import { hoursText, readCalendarForm, readHours } from './read-calendar-form.ts';

const on = (text: string) => text as PlainDate;
const day = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
] as const;
const base: CalendarDefinition = {
  hours: { 1: day },
  off: [{ date: on('2025-09-02'), name: 'Quốc khánh' }, { date: on('2026-09-02') }],
  makeUp: [{ date: on('2026-08-22') }],
  knownUntil: on('2026-12-31'),
};

function formWith(fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe('a calendar as a form describes it', () => {
  it('replaces the days of its year and leaves other years alone', () => {
    const form = formWith([
      ['hours.1', '07:00-11:30 13:30-17:00'],
      ['hours.6', '7:00-11:30'],
      ['off.date', '2026-09-01'],
      ['off.more', 'Quốc khánh'],
      ['off.date', ''],
      ['off.more', 'bỏ'],
      ['makeUp.date', '2026-08-29'],
      ['makeUp.more', '07:00-11:30'],
      ['knownUntil', '2027-12-31'],
    ]);
    expect(readCalendarForm(form, base, '2026')).toEqual({
      hours: { 1: day, 6: [['07:00', '11:30']] },
      off: [{ date: '2026-09-01', name: 'Quốc khánh' }, base.off[0]],
      makeUp: [{ date: '2026-08-29', hours: [['07:00', '11:30']] }],
      knownUntil: '2027-12-31',
    });
  });

  it('keeps the old hours before the day from which new ones hold', () => {
    const form = formWith([
      ['hours.1', '08:00-12:00'],
      ['hoursFrom', '2027-01-01'],
    ]);
    expect(readCalendarForm(form, base, '2026')).toMatchObject({
      hours: base.hours,
      laterHours: [{ from: '2027-01-01', hours: { 1: [['08:00', '12:00']] } }],
    });
  });

  it('writes and reads hours alike, and keeps what is no span for the check to name', () => {
    expect(readHours(hoursText(day))).toEqual(day);
    expect(readHours('sáng')).toEqual([['0sáng', '00000']]);
  });
});
