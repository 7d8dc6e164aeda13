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

test.each(['0000-01-01', '2026-13-01', '1/1/2026', ''])('“%s” is a wrong format, said once', (text) => {
  const { error } = dayInput.safeParse(text);
  expect(error?.issues.map(({ code }) => code)).toEqual(['invalid_format']);
});

test('integrators are told of a day', () => {
  expect(z.toJSONSchema(dayInput, { io: 'input' })).toMatchObject({ type: 'string', format: 'date' });
});
