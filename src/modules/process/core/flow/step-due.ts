import { countWorkingMinutes } from '../clock/count-due.ts';
import { instantOf, minuteOf } from '../clock/local-minute.ts';
import { runningFrom } from '../clock/running.ts';
import type { Suspension } from '../clock/suspension.ts';
import type { WorkingCalendar } from '../clock/working-calendar.ts';
import type { PerformedStep } from './step.ts';

/**
 * When a step entered at `enteredAt` is due, in working time of the performing unit; suspensions of the dossier stop it
 * too (an open one until `asOf`). Undefined for a step of 0 hours and beyond the compiled years.
 */
export function stepDue(
  step: Pick<PerformedStep, 'hours'>,
  enteredAt: Date,
  calendar: WorkingCalendar,
  suspensions: readonly Suspension[] = [],
  asOf: Date = enteredAt,
): Date | undefined {
  const minutes = Math.round(step.hours * 60);
  if (minutes <= 0) return undefined;
  const from = runningFrom(minuteOf(enteredAt), suspensions, minuteOf(asOf));
  const counted = countWorkingMinutes(calendar, minutes, from);
  return counted && instantOf(counted.due);
}
