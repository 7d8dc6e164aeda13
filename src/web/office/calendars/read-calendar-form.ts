import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { CalendarDefinition, DayHours } from '../../../modules/process/public.ts';
import { textIn } from '../typed.ts';

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The weekly hours that count last: those of the newest change, else those from the beginning. */
export function latestWeek(definition: CalendarDefinition): CalendarDefinition['hours'] {
  return definition.laterHours?.at(-1)?.hours ?? definition.hours;
}

/** Hours as people type them: `07:00-11:30 13:30-17:00`. */
export function hoursText(hours: DayHours | undefined): string {
  return (hours ?? []).map(([from, to]) => `${from}-${to}`).join(' ');
}

/** Reads them back; what is no span stays as it was typed, for the check to name it. */
export function readHours(text: string | undefined): DayHours {
  return (text ?? '')
    .split(/[\s,;]+/)
    .filter((span) => span !== '')
    .map((span) => {
      const [from = '', to = ''] = span.replaceAll('–', '-').split('-');
      return [from.padStart(5, '0'), to.padStart(5, '0')] as const;
    });
}

/**
 * The calendar a form describes: the week, the days of one year, all other years as they were. Rows of the form come
 * first, in their order, so that what is wrong with one points at it.
 */
export function readCalendarForm(form: FormData, base: CalendarDefinition, year: string): CalendarDefinition {
  const week = Object.fromEntries(
    weekdays
      .map((day) => [day, readHours(textIn(form, `hours.${day}`))] as const)
      .filter(([, hours]) => hours.length > 0),
  );
  const from = textIn(form, 'hoursFrom');
  const knownUntil = textIn(form, 'knownUntil');
  const { knownUntil: _, ...rest } = base;
  return {
    ...rest,
    ...withWeek(base, week, from),
    off: [
      ...rowsOf(form, 'off').map(({ date, more }) => ({ date, ...(more !== undefined && { name: more }) })),
      ...base.off.filter(({ date }) => !date.startsWith(year)),
    ],
    makeUp: [
      ...rowsOf(form, 'makeUp').map(({ date, more }) => ({
        date,
        ...(more !== undefined && { hours: readHours(more) }),
      })),
      ...base.makeUp.filter(({ date }) => !date.startsWith(year)),
    ],
    ...(knownUntil !== undefined && { knownUntil: knownUntil as PlainDate }),
  };
}

/** With a day, the hours hold from then on; without, they take the place of those that count last. */
function withWeek(
  base: CalendarDefinition,
  week: CalendarDefinition['hours'],
  from: string | undefined,
): Pick<CalendarDefinition, 'hours' | 'laterHours'> {
  const later = base.laterHours ?? [];
  if (from !== undefined)
    return { hours: base.hours, laterHours: [...later, { from: from as PlainDate, hours: week }] };
  const last = later.at(-1);
  if (!last) return { hours: week };
  return { hours: base.hours, laterHours: [...later.slice(0, -1), { ...last, hours: week }] };
}

/** The filled rows of a list, in order: a row without a day is left out. */
function rowsOf(form: FormData, list: string) {
  const dates = form.getAll(`${list}.date`).map(String);
  const more = form.getAll(`${list}.more`).map(String);
  return dates.flatMap((date, at) =>
    date.trim() === '' ? [] : [{ date: date.trim() as PlainDate, more: more[at]?.trim() || undefined }],
  );
}
