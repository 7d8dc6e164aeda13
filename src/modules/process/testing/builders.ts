import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { CalendarDefinition, DayHours } from '../core/clock/calendar-definition.ts';
import type { PerformedStep, WaitStep } from '../core/flow/step.ts';

export const officeDay: DayHours = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
];

/** Monday to Friday, 07:00–11:30 and 13:30–17:00, with the days off and made up that a test names. */
export function aCalendar(with_: Partial<CalendarDefinition> = {}): CalendarDefinition {
  const hours = { 1: officeDay, 2: officeDay, 3: officeDay, 4: officeDay, 5: officeDay };
  return { hours, off: [], makeUp: [], ...with_ };
}

export function daysOff(...dates: string[]): CalendarDefinition['off'] {
  return dates.map((date) => ({ date: date as PlainDate }));
}

/** A step of two hours done by a specialist of the resolving agency. */
export function aStep(with_: Partial<PerformedStep> & Pick<PerformedStep, 'key'>): PerformedStep {
  return {
    name: `Bước ${with_.key}`,
    performer: { unit: 'competent', role: 'specialist' },
    hours: 2,
    kind: 'work',
    ...with_,
  };
}

/** A wait for the tax office, with the clock stopped. */
export function aWait(with_: Partial<WaitStep> & Pick<WaitStep, 'key'>): WaitStep {
  return {
    name: `Chờ ${with_.key}`,
    kind: 'wait',
    wait: { message: 'tax-notice', suspension: { ground: 'financial-duty', status: 6 } },
    ...with_,
  };
}
