import type { Step } from './step.ts';
import type { StepTimer } from './step-timer.ts';
import type { WarningShare } from './warning-share.ts';

/** A timer of a step in working hours after the step was opened. */
export interface TimedTimer {
  readonly key: string;
  readonly kind: StepTimer['kind'];
  readonly afterHours: number;
}

/**
 * The timers to arm when a step opens. A step that has hours and no warning of its own is warned about when the share that
 * holds on that day is gone of them; where none holds it is not. A step of 0 hours has none but those it names in hours.
 */
export function timersOf(
  { hours = 0, timers = [] }: Pick<Step, 'hours' | 'timers'>,
  warning: Pick<WarningShare, 'share'> | undefined,
): readonly TimedTimer[] {
  const warned = hours <= 0 || timers.some(({ kind }) => kind === 'warn');
  const all: readonly StepTimer[] =
    warned || !warning
      ? timers
      : [...timers, { key: 'canh-bao', kind: 'warn', at: { share: warning.share } }];
  return all.flatMap(({ key, kind, at }) => {
    if ('hours' in at) return [{ key, kind, afterHours: at.hours }];
    if (hours <= 0) return [];
    const afterHours = 'share' in at ? at.share * hours : Math.max(hours - at.beforeDue, 0);
    return [{ key, kind, afterHours }];
  });
}
