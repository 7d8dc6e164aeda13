import { ok, type Result } from '../../../../kernel/result.ts';
import { type Counted, countDue } from './count-due.ts';
import type { Due, DueCase } from './due.ts';
import type { DueRule } from './due-rule.ts';
import { dayOf, instantOf, minuteOf } from './local-minute.ts';
import { type Before, countRunning } from './running.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The due time of a case. Refuses with the field: amount < 1 or fractional, wrong cut-off, instants, suspensions. */
export function computeDue(calendar: WorkingCalendar, dueCase: DueCase): Result<Due> {
  const counted = countDue(calendar, dueCase);
  return counted.ok ? ok(dueOf(calendar, dueCase, counted.value)) : counted;
}

function dueOf(calendar: WorkingCalendar, { rule, asOf }: DueCase, counted: Counted): Due {
  const { due, firstMinute, stopped } = counted;
  const before = minutesBefore(calendar, rule);
  const now = minuteOf(asOf);
  return {
    dueAt: instantOf(due),
    usedMinutes: countRunning(firstMinute, Math.min(now, due), stopped, before),
    leftMinutes:
      now <= due ? countRunning(now, due, stopped, before) : 0 - countRunning(due, now, stopped, before),
    forecast: counted.dueDay > calendar.knownUntilDay || dayOf(counted.start) < calendar.knownFromDay,
  };
}

/** Wall minutes for calendar units, office minutes for the others. */
function minutesBefore(calendar: WorkingCalendar, rule: DueRule): Before {
  return rule.unit.startsWith('calendar') ? (minute) => minute : calendar.minutesBefore;
}
