import { ok, type Result } from '../../../../kernel/result.ts';
import { computeDue } from './compute-due.ts';
import type { DueCase, ExplanationLine, Remaining } from './due.ts';
import { explainDue } from './explain-due.ts';
import { type Extension, explainExtension, extensionCase } from './extension.ts';
import { remainingOf } from './remaining.ts';
import type { Suspension } from './suspension.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** How a clock stands: running towards a forecast, or stopped with something left. Neither changes as minutes pass. */
export type ClockStanding = RunningClock | StoppedClock;

interface RunningClock {
  readonly kind: 'running';
  readonly dueAt: Date;
  /** The count touches days that are not decided officially. */
  readonly undecided: boolean;
}

interface StoppedClock {
  readonly kind: 'suspended';
  readonly since: Date;
  readonly left: Remaining;
}

/** Decides which of the two stored facts a dossier has at `asOf`, further time that moves the due time included. */
export function clockStanding(
  calendar: WorkingCalendar,
  dueCase: DueCase,
  extensions: readonly Extension[] = [],
): Result<ClockStanding> {
  const moving = extensions.filter(({ moves }) => moves);
  const since = stoppedSince(dueCase.suspensions);
  return since ? stopped(calendar, dueCase, moving, since) : running(calendar, dueCase, moving);
}

function running(
  calendar: WorkingCalendar,
  dueCase: DueCase,
  extensions: readonly Extension[],
): Result<RunningClock> {
  const due = computeDue(calendar, dueCase);
  if (!due.ok) return due;
  let { dueAt, forecast } = due.value;
  for (const extension of extensions) {
    const extended = computeDue(calendar, extensionCase(extension, dueAt, dueCase.asOf, dueCase.suspensions));
    if (!extended.ok) return extended;
    dueAt = extended.value.dueAt;
    forecast ||= extended.value.forecast;
  }
  return ok({ kind: 'running', dueAt, undecided: forecast });
}

/** Why a running clock ends when it does, line by line, further time included. Apart from the count, which is fast. */
export function explainStanding(
  calendar: WorkingCalendar,
  dueCase: DueCase,
  extensions: readonly Extension[] = [],
): Result<readonly ExplanationLine[]> {
  const first = explainDue(calendar, dueCase);
  const due = computeDue(calendar, dueCase);
  if (!first.ok) return first;
  if (!due.ok) return due;
  let lines = first.value;
  let { dueAt } = due.value;
  for (const extension of extensions.filter(({ moves }) => moves)) {
    const further = extensionCase(extension, dueAt, dueCase.asOf, dueCase.suspensions);
    const more = explainExtension(calendar, extension, further);
    if (!more.ok) return more;
    const extended = computeDue(calendar, further);
    if (!extended.ok) return extended;
    lines = [...lines, ...more.value];
    dueAt = extended.value.dueAt;
  }
  return ok(lines);
}

/** What is left of the time limit and, in the same unit, of the further time granted. */
function stopped(
  calendar: WorkingCalendar,
  dueCase: DueCase,
  extensions: readonly Extension[],
  since: Date,
): Result<StoppedClock> {
  const left = remainingOf(calendar, dueCase);
  if (!left.ok) return left;
  const further = extensions
    .filter(({ unit }) => unit === left.value.unit)
    .reduce((sum, { amount }) => sum + amount, 0);
  return ok({ kind: 'suspended', since, left: { ...left.value, amount: left.value.amount + further } });
}

/** Since when an open entry of the log stops the clock; undefined while it runs. */
export function stoppedSince(suspensions: readonly Suspension[]): Date | undefined {
  return suspensions.find(({ to, effect }) => to === null && effect !== 'none')?.from;
}
