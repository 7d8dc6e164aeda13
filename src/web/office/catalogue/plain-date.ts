import { type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts';

/** A day as the catalogue hands it over; anything else is a bug. */
export function plainDate(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day === undefined) throw new Error(`${text} is not a day`);
  return day;
}
