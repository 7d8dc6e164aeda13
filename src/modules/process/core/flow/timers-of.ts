import type { Step } from './step.ts';
import type { StepTimer } from './step-timer.ts';

/** A timer of a step in working hours after the step was opened. */
export interface TimedTimer {
  readonly key: string;
  readonly kind: StepTimer['kind'];
  readonly afterHours: number;
}

/** A step that has hours and no warning of its own is warned about when three quarters of them are gone. */
const defaultWarning: StepTimer = { key: 'canh-bao', kind: 'warn', at: { share: 0.75 } };

/** The timers to arm when a step opens. A step of 0 hours has none but those it names in hours. */
export function timersOf({ hours = 0, timers = [] }: Pick<Step, 'hours' | 'timers'>): readonly TimedTimer[] {
  const warned = hours <= 0 || timers.some(({ kind }) => kind === 'warn');
  const all = warned ? timers : [...timers, defaultWarning];
  return all.flatMap(({ key, kind, at }) => {
    if ('hours' in at) return [{ key, kind, afterHours: at.hours }];
    if (hours <= 0) return [];
    const afterHours = 'share' in at ? at.share * hours : Math.max(hours - at.beforeDue, 0);
    return [{ key, kind, afterHours }];
  });
}
