import { z } from 'zod';
import { type PlainDate, parsePlainDate } from '../../../../kernel/plain-date.ts';
import { type Refused, type Result, refuse } from '../../../../kernel/result.ts';
import type { CalendarDefinition } from './calendar-definition.ts';
import { checkCalendar } from './check-calendar.ts';
import { dueUnits } from './due-rule.ts';

const instantShape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** ISO text with an offset, of a day that exists. Error messages here are keys of texts/vi/refusals-process.json. */
const instant = z.string({ error: 'process.instant-invalid' }).transform((text, context): Date => {
  const day = instantShape.exec(text)?.[1];
  const read = new Date(text);
  if (day && parsePlainDate(day) && !Number.isNaN(read.getTime())) return read;
  context.addIssue({ code: 'custom', message: 'process.instant-invalid' });
  return z.NEVER;
});

const suspension = z.object({
  from: instant,
  to: instant.nullish().transform((to) => to ?? null),
  effect: z.enum(['continue', 'restart', 'none']),
});

/** One line of `motcua due`. What is left out has the rule's default; `same-day` takes no amount. */
const dueLine = z.object({
  receivedAt: instant,
  asOf: instant.optional(),
  unit: z.enum(dueUnits, { error: 'process.unit-unknown' }),
  amount: z.number({ error: 'process.amount-not-whole' }).optional(),
  cutOff: z.string({ error: 'process.cut-off-invalid' }).nullable().default(null),
  dueAt: z.enum(['end-of-day', 'same-clock-time']).default('end-of-day'),
  roll: z.enum(['next', 'previous', 'none']).default('next'),
  suspensions: z.array(suspension).default([]),
  calendar: z.unknown(),
});
export type DueLine = z.infer<typeof dueLine>;

/** Whether the day exists is told by `checkCalendar`, with its place. */
const date = z.string({ error: 'process.date-invalid' }).transform((text) => text as PlainDate);
const bareDate = date.transform((day) => ({ date: day }));
const dayHours = z.array(z.tuple([z.string(), z.string()]), { error: 'process.hours-not-a-time' });
const weekdays = z.enum(['1', '2', '3', '4', '5', '6', '7']);

const week = z.partialRecord(weekdays, dayHours);

const calendar = z.object({
  hours: week,
  laterHours: z.array(z.object({ from: date, hours: week })).optional(),
  off: z.array(z.union([bareDate, z.object({ date, name: z.string().optional() })])).default([]),
  makeUp: z.array(z.union([bareDate, z.object({ date, hours: dayHours.optional() })])).default([]),
  knownFrom: date.optional(),
  knownUntil: date.optional(),
});

/** Reads the case of a line, except its calendar. Refuses with a pointer to the first wrong field. */
export function parseDueLine(line: unknown): Result<DueLine> {
  const parsed = dueLine.safeParse(line);
  return parsed.success ? { ok: true, value: parsed.data } : refusedBy(parsed.error, '');
}

/** Reads a calendar written into a line. Refuses with a pointer to the first wrong field. */
export function parseCalendar(value: unknown): Result<CalendarDefinition> {
  const parsed = calendar.safeParse(value);
  if (!parsed.success) return refusedBy(parsed.error, '/calendar');
  const [wrong] = checkCalendar(parsed.data);
  if (!wrong) return { ok: true, value: parsed.data };
  return refused(`/calendar${wrong.pointer}`, wrong.type);
}

function refusedBy(error: z.ZodError, prefix: string): Refused {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map((part) => `/${String(part)}`).join('');
  const known = issue?.message.startsWith('process.') ? issue.message : 'process.case-invalid';
  return refused(prefix + path, known);
}

export function refused(pointer: string, type: string, params = {}): Refused {
  return refuse('invalid', type, { params, fields: [{ pointer, type, params }] });
}
