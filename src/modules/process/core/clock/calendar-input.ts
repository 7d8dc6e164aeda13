import { z } from 'zod';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { CalendarDefinition } from './calendar-definition.ts';

const clock = z.string().max(5);
const hours = z.array(z.tuple([clock, clock])).max(6);
const week = z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), hours);
/** Whether the day exists is checked with the rest of the calendar, which names the field. */
const day = z
  .string()
  .max(10)
  .transform((text) => text as PlainDate);

/** A calendar as an office writes it; `checkCalendar` says what is wrong with its days and hours. */
const definition: z.ZodType<CalendarDefinition, unknown> = z.strictObject({
  hours: week,
  laterHours: z
    .array(z.strictObject({ from: day, hours: week }))
    .max(50)
    .optional(),
  off: z.array(z.strictObject({ date: day, name: z.string().trim().max(200).optional() })).max(2000),
  makeUp: z.array(z.strictObject({ date: day, hours: hours.optional() })).max(500),
  knownFrom: day.optional(),
  knownUntil: day.optional(),
});

const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);

/** What a calendar would be: shown before it is saved. */
export const calendarDraftInput = z.strictObject({ calendar: code, definition });
export type CalendarDraftInput = z.infer<typeof calendarDraftInput>;

/** A new version; `expectedVersion` is 0 for a calendar that does not exist yet. */
export const saveCalendarInput = calendarDraftInput.extend({
  expectedVersion: z.int().min(0),
  /** The decision it follows, or why. */
  note: z.string().trim().min(5).max(500),
});
export type SaveCalendarInput = z.infer<typeof saveCalendarInput>;

/** A calendar as a page keeps it in a hidden field while it is previewed. */
export const calendarText: z.ZodType<CalendarDefinition, string> = z
  .string()
  .max(500_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'no JSON' });
      return z.NEVER;
    }
  })
  .pipe(definition);
