/** A calendar day without time or zone, `YYYY-MM-DD`; compares correctly as text. */
export type PlainDate = string & { readonly __kind: 'plain-date' };

/** There is no year 0: neither in law nor in PostgreSQL. */
const shape = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** Parses `YYYY-MM-DD`; undefined when it is not a real day of the calendar. */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (!shape.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
    ? (text as PlainDate)
    : undefined;
}

/** Legal time of Vietnam: UTC+7 without daylight saving since 1975. */
const offsetMs = 7 * 3_600_000;

/** The day in Asia/Ho_Chi_Minh on which an instant falls. */
export function plainDateOf(instant: Date): PlainDate {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10) as PlainDate;
}

/** The instant at which a day begins in Asia/Ho_Chi_Minh. */
export function dayStart(date: PlainDate): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - offsetMs);
}

/** The day `days` later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000)
    .toISOString()
    .slice(0, 10) as PlainDate;
}
