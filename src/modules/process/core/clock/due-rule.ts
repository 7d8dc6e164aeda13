/**
 * A legal time limit as data. `amount` is whole and ≥ 1 (ignored for `same-day`); `cutOff` is `HH:MM` local time or
 * null; `dueAt` and `cutOff` concern day units only. The convention is written out in docs/legal-clock.md.
 */
export interface DueRule {
  readonly unit: DueUnit;
  readonly amount: number;
  readonly cutOff: string | null;
  readonly dueAt: 'end-of-day' | 'same-clock-time';
  readonly roll: 'next' | 'previous' | 'none';
}

export type DueUnit = (typeof dueUnits)[number];

export const dueUnits = [
  'working-days',
  'working-hours',
  'same-day',
  'calendar-days',
  'calendar-weeks',
  'calendar-months',
] as const;

/** Answer owed to an online submission: 8 working hours (NĐ 45/2020, Art. 11). A clock of its own. */
export const onlineAnswerRule: DueRule = {
  unit: 'working-hours',
  amount: 8,
  cutOff: null,
  dueAt: 'end-of-day',
  roll: 'next',
};
