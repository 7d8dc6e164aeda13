import { expect, it } from 'vitest';
import { openDays } from './week-hours.ts';

const full = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
] as const;
const morning = [['07:30', '11:30']] as const;

it('puts alike days together and leaves closed days out', () => {
  expect(openDays({ 1: full, 2: full, 3: full, 4: full, 5: full, 6: morning, 7: [] })).toEqual([
    { from: 1, to: 5, hours: full },
    { from: 6, to: 6, hours: morning },
  ]);
  expect(openDays({ 1: full, 2: morning, 4: morning })).toEqual([
    { from: 1, to: 1, hours: full },
    { from: 2, to: 2, hours: morning },
    { from: 4, to: 4, hours: morning },
  ]);
  expect(openDays({})).toEqual([]);
});
