import { expect, test } from 'vitest';
import { aCalendar } from '../../testing/builders.ts';
import { heldMinutes } from './held-minutes.ts';
import type { Suspension } from './suspension.ts';
import { compileCalendar } from './working-calendar.ts';

const calendar = compileCalendar(aCalendar());
const at = (text: string) => new Date(`${text}:00+07:00`);
const line = (from: string, to: string | null, effect: Suspension['effect']): Suspension => ({
  from: at(from),
  to: to === null ? null : at(to),
  effect,
});

test('counts office minutes of the place only', () => {
  expect(heldMinutes(calendar, at('2026-03-06T16:00'), at('2026-03-09T08:00'), [])).toEqual({
    held: 120,
    suspended: 0,
    technical: 0,
  });
});

test('tells apart what the law stopped; an outage stays with whoever held it', () => {
  const log = [
    line('2026-03-02T10:00', '2026-03-03T10:00', 'restart'),
    line('2026-03-03T14:00', '2026-03-03T15:00', 'none'),
  ];
  expect(heldMinutes(calendar, at('2026-03-02T08:00'), at('2026-03-03T17:00'), log)).toEqual({
    held: 420,
    suspended: 480,
    technical: 60,
  });
});

test('takes an open line as lasting until the end', () => {
  const log = [line('2026-03-02T10:00', null, 'continue')];
  expect(heldMinutes(calendar, at('2026-03-02T08:00'), at('2026-03-02T17:00'), log)).toMatchObject({
    held: 120,
    suspended: 300,
  });
});
