import { expect, test } from 'vitest';
import { addMonths } from './months.ts';

const dayMs = 86_400_000;

test('agrees with the calendar of the platform for every day of 130 years', () => {
  const from = Date.UTC(1990, 0, 1) / dayMs;
  const wrong: number[] = [];
  for (let day = from; day < from + 47_000; day += 1) {
    const months = (day % 30) + 1;
    const date = new Date(day * dayMs);
    const lastDay = new Date(
      Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0),
    ).getUTCDate();
    const clamped = Math.min(date.getUTCDate(), lastDay);
    const target = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, clamped) / dayMs;
    if (addMonths(day, months) !== target) wrong.push(day);
  }
  expect(wrong).toEqual([]);
});

test('the last day of a shorter month stands for the 31st', () => {
  const day = (text: string) => Date.parse(text) / dayMs;
  expect(addMonths(day('2026-01-31'), 1)).toBe(day('2026-02-28'));
  expect(addMonths(day('2024-01-31'), 1)).toBe(day('2024-02-29'));
  expect(addMonths(day('2025-12-31'), 2)).toBe(day('2026-02-28'));
});
