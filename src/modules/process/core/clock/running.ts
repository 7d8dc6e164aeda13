import { minuteOf } from './local-minute.ts';
import type { Suspension } from './suspension.ts';

/** Intervals in which the clock stands still, [from, to) in local minutes, in order and apart: from0, to0, from1, … */
export type Stopped = readonly number[];

const none: Stopped = [];

/** Where counting starts and what stops it: the last restart wins, an open suspension ends at `asOf`. */
export function runningFrom(
  received: number,
  suspensions: readonly Suspension[],
  asOf: number,
): { start: number; restarted: boolean; stopped: Stopped } {
  if (suspensions.length === 0) return { start: received, restarted: false, stopped: none };
  let start = received;
  const stopped: number[] = [];
  let inOrder = true;
  for (const suspension of suspensions) {
    if (suspension.effect === 'none') continue;
    const from = minuteOf(suspension.from);
    const to = suspension.to === null ? asOf : minuteOf(suspension.to);
    if (to < from) continue;
    if (suspension.effect === 'restart' && to > start) start = to;
    if (to === from) continue;
    if (stopped.length > 0 && from <= (stopped[stopped.length - 1] ?? 0)) inOrder = false;
    stopped.push(from, to);
  }
  return { start, restarted: start > received, stopped: inOrder ? stopped : merged(stopped) };
}

/** The same intervals in order, those that overlap or touch as one. */
function merged(stopped: Stopped): Stopped {
  const pairs: [number, number][] = [];
  for (let at = 0; at < stopped.length; at += 2) pairs.push([stopped[at] ?? 0, stopped[at + 1] ?? 0]);
  pairs.sort((a, b) => a[0] - b[0]);
  const joined: number[] = [];
  for (const [from, to] of pairs) {
    const last = joined.length - 1;
    if (last > 0 && from <= (joined[last] ?? 0)) joined[last] = Math.max(joined[last] ?? 0, to);
    else joined.push(from, to);
  }
  return joined;
}

/** A way of counting: how many countable moments (closings, office minutes, midnights) lie before a local minute. */
export type Before = (minute: number) => number;

/**
 * The index of the `amount`-th moment that is not stopped, counting from index `first`. Moments are numbered through,
 * so an interval [from, to) takes out the indexes [before(from), before(to)).
 */
export function nthRunning(first: number, amount: number, stopped: Stopped, before: Before): number {
  let next = first;
  let left = amount;
  for (let at = 0; at < stopped.length; at += 2) {
    const from = before(stopped[at] ?? 0);
    const free = Math.max(from - next, 0);
    if (left <= free) break;
    left -= free;
    next = Math.max(next, before(stopped[at + 1] ?? 0));
  }
  return next + left - 1;
}

/** How many moments lie in [from, to) and are not stopped; 0 when the interval is empty. */
export function countRunning(from: number, to: number, stopped: Stopped, before: Before): number {
  if (to <= from) return 0;
  let count = before(to) - before(from);
  for (let at = 0; at < stopped.length; at += 2) {
    const stopsAt = Math.max(stopped[at] ?? 0, from);
    const runsAt = Math.min(stopped[at + 1] ?? 0, to);
    if (runsAt > stopsAt) count -= before(runsAt) - before(stopsAt);
  }
  return count;
}
