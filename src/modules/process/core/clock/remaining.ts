import { ok, type Result } from '../../../../kernel/result.ts';
import { type Counted, countDue, midnightsBefore } from './count-due.ts';
import type { DueCase, Remaining } from './due.ts';
import { dayMinutes, minuteOf } from './local-minute.ts';
import { countRunning } from './running.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** What is left of the time limit at `asOf`, in the unit it is counted in; 0 when it has run out. */
export function remainingOf(calendar: WorkingCalendar, dueCase: DueCase): Result<Remaining> {
  const counted = countDue(calendar, dueCase);
  return counted.ok ? ok(remaining(calendar, dueCase, counted.value)) : counted;
}

function remaining(calendar: WorkingCalendar, { rule, asOf }: DueCase, counted: Counted): Remaining {
  const { stopped, firstMinute, due, lastDay } = counted;
  const from = Math.max(minuteOf(asOf), firstMinute);
  if (rule.unit === 'working-hours')
    return { unit: 'working-minutes', amount: countRunning(from, due, stopped, calendar.minutesBefore) };
  if (rule.unit.startsWith('calendar')) {
    const firstMidnight = rule.unit === 'calendar-months' ? from : Math.max(from, firstMinute + 1);
    const end = (lastDay + 1) * dayMinutes + 1;
    return { unit: 'calendar-days', amount: countRunning(firstMidnight, end, stopped, midnightsBefore) };
  }
  const end = (lastDay + 1) * dayMinutes;
  return { unit: 'working-days', amount: countRunning(from, end, stopped, calendar.closingsBefore) };
}
