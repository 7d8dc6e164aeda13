import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCases } from '../../testing/arbitrary-case.ts';
import { aCalendar } from '../../testing/builders.ts';
import type { DueCase } from './due.ts';
import type { DueRule } from './due-rule.ts';
import { remainingOf } from './remaining.ts';
import { compileCalendar } from './working-calendar.ts';

const calendar = compileCalendar(aCalendar());
const at = (text: string) => new Date(`${text}:00+07:00`);

function left(unit: DueRule['unit'], amount: number, asOf: string) {
  const rule: DueRule = { unit, amount, cutOff: null, dueAt: 'end-of-day', roll: 'next' };
  const dueCase: DueCase = { rule, receivedAt: at('2026-03-02T09:00'), asOf: at(asOf), suspensions: [] };
  const remaining = remainingOf(calendar, dueCase);
  return remaining.ok ? remaining.value : remaining.refusal.type;
}

describe('what remains while the clock is suspended', () => {
  test('whole working days whose closing is still to come', () => {
    expect(left('working-days', 5, '2026-03-02T10:00')).toEqual({ unit: 'working-days', amount: 5 });
    expect(left('working-days', 5, '2026-03-04T10:00')).toEqual({ unit: 'working-days', amount: 4 });
    expect(left('working-days', 5, '2026-03-11T10:00')).toEqual({ unit: 'working-days', amount: 0 });
  });

  test('office minutes', () => {
    expect(left('working-hours', 8, '2026-03-02T10:00')).toEqual({ unit: 'working-minutes', amount: 420 });
  });

  test('days up to the last of the limit, before any roll', () => {
    expect(left('calendar-days', 12, '2026-03-04T10:00')).toEqual({ unit: 'calendar-days', amount: 11 });
    expect(left('calendar-months', 1, '2026-03-31T10:00')).toEqual({ unit: 'calendar-days', amount: 3 });
  });

  test('a case that cannot be counted is refused', () => {
    expect(left('working-days', 0, '2026-03-02T10:00')).toBe('process.amount-not-whole');
  });

  test('never grows as time passes while the log stays closed', () => {
    const later = fc.integer({ min: 0, max: 20_000 });
    const shrinks = fc.property(anyCases(4), later, ({ calendar: any, dueCases }, minutes) => {
      const compiled = compileCalendar(any);
      return dueCases.every((dueCase) => {
        const closed = { ...dueCase, suspensions: dueCase.suspensions.filter(({ to }) => to !== null) };
        const then = { ...closed, asOf: new Date(dueCase.asOf.getTime() + minutes * 60_000) };
        const [before, after] = [remainingOf(compiled, closed), remainingOf(compiled, then)];
        return before.ok && after.ok && after.value.amount <= before.value.amount;
      });
    });
    fc.assert(shrinks, { numRuns: 250, seed: 7 });
  });
});
