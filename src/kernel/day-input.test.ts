import { expect, test } from 'vitest';
import { z } from 'zod';
import { dayInput, dayText } from './day-input.ts';
import { parsePlainDate } from './plain-date.ts';

const days = [
  '2024-02-29',
  '2025-02-29',
  '2026-13-01',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '1/1/2026',
  '',
];

test.each(days)('“%s” is taken where the calendar has it, and only there', (text) => {
  expect(dayText.safeParse(text).success).toBe(parsePlainDate(text) !== undefined);
  expect(dayInput.safeParse(text).success).toBe(parsePlainDate(text) !== undefined);
});

test('a day that is none is a wrong format, and integrators are told of a day', () => {
  const { error } = dayInput.safeParse('0000-01-01');
  expect(error?.issues.map(({ code }) => code)).toEqual(['invalid_format']);
  expect(z.toJSONSchema(dayInput, { io: 'input' })).toMatchObject({ type: 'string', format: 'date' });
});
