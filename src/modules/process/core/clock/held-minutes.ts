import { minuteOf } from './local-minute.ts';
import { countRunning, runningFrom } from './running.ts';
import type { Suspension } from './suspension.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** How long something lay somewhere, in office minutes of that place; what the law stops is told apart. */
export interface HeldMinutes {
  readonly held: number;
  /** Office minutes in which the law stopped the clock. */
  readonly suspended: number;
  /** Office minutes in which an outage or technical wait was logged: part of `held`, since it stops nothing. */
  readonly technical: number;
}

/** Office minutes between two instants at one place; open lines of the log end at `to`. */
export function heldMinutes(
  calendar: WorkingCalendar,
  from: Date,
  to: Date,
  log: readonly Suspension[],
): HeldMinutes {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  const all = countRunning(start, end, [], calendar.minutesBefore);
  const held = countRunning(start, end, stops(log, end), calendar.minutesBefore);
  const logged = log
    .filter(({ effect }) => effect === 'none')
    .map((line) => ({ ...line, effect: 'continue' as const }));
  const outside = countRunning(start, end, stops(logged, end), calendar.minutesBefore);
  return { held, suspended: all - held, technical: all - outside };
}

function stops(log: readonly Suspension[], end: number) {
  return runningFrom(0, log, end).stopped;
}
