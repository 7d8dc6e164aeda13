import fc from 'fast-check';
import { test } from 'vitest';
import { anyCase } from '../../testing/arbitrary-case.ts';
import { walkDue } from '../../testing/due-oracle.ts';
import { computeDue } from './compute-due.ts';
import { compileCalendar } from './working-calendar.ts';

test('agrees with the minute-walking oracle on 20,000 random cases', { timeout: 120_000 }, () => {
  const agrees = fc.property(anyCase, ({ calendar, dueCase }) => {
    const computed = computeDue(compileCalendar(calendar), dueCase);
    const walked = walkDue(calendar, dueCase);
    return (
      computed.ok &&
      computed.value.dueAt.getTime() === walked.dueAt.getTime() &&
      computed.value.usedMinutes === walked.usedMinutes &&
      computed.value.leftMinutes === walked.leftMinutes
    );
  });
  fc.assert(agrees, { numRuns: 20_000, seed: 20_261_122 });
});
