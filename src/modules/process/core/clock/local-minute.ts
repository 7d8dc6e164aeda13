import type { PlainDate } from '../../../../kernel/plain-date.ts';

/** Minutes and days of Vietnamese legal time (UTC+7, no daylight saving) since 1970-01-01T00:00+07:00, as whole numbers. */
export const dayMinutes = 1440;
const offsetMs = 7 * 3_600_000;
const minuteMs = 60_000;

/** The local minute an instant falls in: seconds are dropped. */
export function minuteOf(instant: Date): number {
  return Math.floor((instant.getTime() + offsetMs) / minuteMs);
}

export function instantOf(minute: number): Date {
  return new Date(minute * minuteMs - offsetMs);
}

export function dayOf(minute: number): number {
  return Math.floor(minute / dayMinutes);
}

export function dayOfDate(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / (dayMinutes * minuteMs);
}

export function dateOfDay(day: number): PlainDate {
  return new Date(day * dayMinutes * minuteMs).toISOString().slice(0, 10) as PlainDate;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOfDay(day: number): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const clockShape = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Minutes after midnight of `HH:MM` (`24:00` closes a day); undefined when it is not a time. */
export function parseClock(text: string): number | undefined {
  if (text === '24:00') return dayMinutes;
  const found = clockShape.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

export function formatClock(minute: number): string {
  const inDay = minute % dayMinutes;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}
