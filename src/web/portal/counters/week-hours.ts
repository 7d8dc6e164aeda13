import type { DayHours } from '../../../modules/process/public.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

/** Weekdays next to each other with the same hours. */
export interface OpenDays {
  readonly from: Weekday;
  readonly to: Weekday;
  readonly hours: DayHours;
}

/** The hours of a week as a counter posts them: alike days together, closed days left out. */
export function openDays(hours: Readonly<Partial<Record<Weekday, DayHours>>>): readonly OpenDays[] {
  const open: OpenDays[] = [];
  for (const day of weekdays) {
    const own = hours[day];
    if (own === undefined || own.length === 0) continue;
    const last = open.at(-1);
    if (last?.to === day - 1 && JSON.stringify(last.hours) === JSON.stringify(own))
      open[open.length - 1] = { ...last, to: day };
    else open.push({ from: day, to: day, hours: own });
  }
  return open;
}
