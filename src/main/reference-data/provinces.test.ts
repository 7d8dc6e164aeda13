import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parsePlainDate } from '../../kernel/plain-date.ts';
import { parseProvinces } from './provinces.ts';
import { isValidOn } from './vocabulary.ts';

it.each([
  ['2025-06-30', 63],
  ['2025-07-01', 34],
])('on %s the country has %i provinces, each code once', (on, count) => {
  const day = parsePlainDate(on);
  if (day === undefined) throw new Error('not a day');
  const text = readFileSync('data/units/provinces.csv', 'utf8');
  const rows = parseProvinces({ path: 'data/units/provinces.csv', text }).map(({ row }) => row);
  const valid = rows.filter((row) => isValidOn(row, day));
  expect(valid).toHaveLength(count);
  expect(new Set(valid.map((row) => row.code)).size).toBe(count);
});
