import fc from 'fast-check';
import { test } from 'vitest';
import { anyCases } from '../../testing/arbitrary-case.ts';
import { walkDue } from '../../testing/due-oracle.ts';
import { computeDue } from './compute-due.ts';
import type { DueCase } from './due.ts';
import { compileCalendar, type WorkingCalendar } from './working-calendar.ts';

test('agrees with the minute-walking oracle on 20,000 random cases', { timeout: 120_000 }, () => {
  const agrees = fc.property(anyCases(4), ({ calendar, dueCases }) => {
    const compiled = compileCalendar(calendar);
    return dueCases.every((dueCase) => agree(compiled, dueCase));
  });
  fc.assert(agrees, { numRuns: 5_000, seed: 20_261_122 });
});

function agree(calendar: WorkingCalendar, dueCase: DueCase): boolean {
  const computed = computeDue(calendar, dueCase);
  const walked = walkDue(calendar.definition, dueCase);
  return (
    computed.ok &&
    computed.value.dueAt.getTime() === walked.dueAt.getTime() &&
    computed.value.usedMinutes === walked.usedMinutes &&
    computed.value.leftMinutes === walked.leftMinutes
  );
}
