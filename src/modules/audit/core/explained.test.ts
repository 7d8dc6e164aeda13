import { describe, expect, it } from 'vitest';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { isDayExplained, isPositionExplained, nothingExplained, parseExplained } from './explained.ts';

describe('what is explained', () => {
  const explained = parseExplained('1042, 2000..3999,2026-11-24,2026-01-01..2026-02-01') ?? nothingExplained;

  it.each([
    [1041, false],
    [1042, true],
    [2000, true],
    [3999, true],
    [4000, false],
  ])('position %i: %s', (position, known) => {
    expect(isPositionExplained(explained, position)).toBe(known);
  });

  it.each([
    ['2026-11-24', true],
    ['2026-11-25', false],
    ['2026-01-15', true],
    ['2025-12-31', false],
  ])('day %s: %s', (text, known) => {
    const day = parsePlainDate(text);
    expect(day && isDayExplained(explained, day)).toBe(known);
  });

  it.each([
    '',
    'x',
    '0',
    '-3',
    '1..2..3',
    '1..2026-01-01',
    '2026-13-01',
    '1,,2',
    '1e3',
    '99999999999999999999',
  ])('is not read from “%s”', (text) => {
    expect(parseExplained(text)).toBeUndefined();
  });
});
