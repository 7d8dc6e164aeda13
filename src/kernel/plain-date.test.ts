import { expect, test } from 'vitest';
import { addDays, dayStart, parsePlainDate, plainDateOf } from './plain-date.ts';

const day = (text: string) => {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
};

test.each(['2026-02-29', '2026-13-01', '0000-01-01', '2026-1-1', '2026-01-01T00:00', ''])(
  '“%s” is no day',
  (text) => {
    expect(parsePlainDate(text)).toBeUndefined();
  },
);

test('a day begins and ends at midnight in Vietnam', () => {
  const start = dayStart(day('2028-02-29'));
  expect(start.toISOString()).toBe('2028-02-28T17:00:00.000Z');
  expect(plainDateOf(start)).toBe('2028-02-29');
  expect(plainDateOf(new Date(start.getTime() - 1))).toBe('2028-02-28');
});

test('days are counted over the ends of months and years', () => {
  expect(addDays(day('2028-02-28'), 2)).toBe('2028-03-01');
  expect(addDays(day('2027-01-01'), -1)).toBe('2026-12-31');
});
