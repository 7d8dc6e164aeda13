import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { dueAnswerer } from '../modules/process/public.ts';
import { legalClockPage, readWorkedExamples } from './legal-clock-page.ts';
import { shippedCalendars } from './reference-data/shipped-calendars.ts';

const examples = await readWorkedExamples('.');
const answer = dueAnswerer(await shippedCalendars('.'));

test('there are at least forty worked examples', () => {
  expect(new Set(examples.map(({ id }) => id)).size).toBeGreaterThanOrEqual(40);
});

test.each(examples)('$id: $about', ({ id, case: line, expected }) => {
  expect(JSON.parse(answer(JSON.stringify({ id, ...line })))).toMatchObject({ id, ...expected });
});

test('docs/legal-clock.md shows them (write it anew: node src/main/legal-clock-page.ts)', async () => {
  expect(await readFile('docs/legal-clock.md', 'utf8')).toBe(await legalClockPage('.'));
});
