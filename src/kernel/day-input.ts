import { z } from 'zod';
import { type PlainDate, parsePlainDate } from './plain-date.ts';

/** A day of the calendar as it comes from outside. ISO has a year 0; neither law nor PostgreSQL has one. */
export const dayText = z.iso.date({ abort: true }).superRefine((text, check) => {
  if (parsePlainDate(text) === undefined)
    check.addIssue({ code: 'invalid_format', format: 'date', input: text });
});

/** The same where something is counted with it. */
export const dayInput = dayText.transform((text) => text as PlainDate);
