import { ok, type Result } from '../../../../kernel/result.ts';
import { computeDue } from './compute-due.ts';
import type { DueCase, ExplanationLine, Remaining } from './due.ts';
import { explainDue } from './explain-due.ts';
import { remainingOf } from './remaining.ts';
import type { Suspension } from './suspension.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** How a clock stands: running towards a forecast, or stopped with something left. Neither changes as minutes pass. */
export type ClockStanding =
  | {
      readonly kind: 'running';
      readonly dueAt: Date;
      readonly lines: readonly ExplanationLine[];
      /** The count touches days that are not decided officially. */
      readonly undecided: boolean;
    }
  | { readonly kind: 'suspended'; readonly since: Date; readonly left: Remaining };

/** Decides which of the two stored facts a dossier has at `asOf`, and computes it. */
export function clockStanding(calendar: WorkingCalendar, dueCase: DueCase): Result<ClockStanding> {
  const since = stoppedSince(dueCase.suspensions);
  if (since) {
    const left = remainingOf(calendar, dueCase);
    return left.ok ? ok({ kind: 'suspended', since, left: left.value }) : left;
  }
  const due = computeDue(calendar, dueCase);
  if (!due.ok) return due;
  const lines = explainDue(calendar, dueCase);
  if (!lines.ok) return lines;
  return ok({
    kind: 'running',
    dueAt: due.value.dueAt,
    lines: lines.value,
    undecided: due.value.forecast,
  });
}

/** Since when an open entry of the log stops the clock; undefined while it runs. */
export function stoppedSince(suspensions: readonly Suspension[]): Date | undefined {
  return suspensions.find(({ to, effect }) => to === null && effect !== 'none')?.from;
}
