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

/** Minutes after midnight of `HH:MM` (`24:00` closes a day); undefined when it is not a time. Runs in the hot path. */
export function parseClock(text: string): number | undefined {
  if (text.length !== 5 || text.charCodeAt(2) !== 58) return undefined;
  const hours = twoDigits(text, 0);
  const minutes = twoDigits(text, 3);
  if (hours < 0 || minutes < 0 || minutes > 59) return undefined;
  return hours < 24 || (hours === 24 && minutes === 0) ? hours * 60 + minutes : undefined;
}

/** The number two digits write; -1 when one is none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

export function formatClock(minute: number): string {
  const inDay = minute % dayMinutes;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** `2026-03-03T17:00:00+07:00`. */
export function formatInstant(instant: Date): string {
  return `${new Date(instant.getTime() + offsetMs).toISOString().slice(0, 19)}+07:00`;
}
