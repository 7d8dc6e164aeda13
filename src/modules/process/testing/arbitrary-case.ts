import fc from 'fast-check';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { CalendarDefinition, DayHours } from '../core/clock/calendar-definition.ts';
import type { DueCase } from '../core/clock/due.ts';
import { type DueRule, type DueUnit, dueUnits } from '../core/clock/due-rule.ts';
import type { Suspension } from '../core/clock/suspension.ts';

/** Random calendars and cases round the turns of years: half days, Saturdays, make-up days, cut-offs, suspensions. */
const dayMs = 86_400_000;
const minuteMs = 60_000;

const fullDay: DayHours = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
];
const morning: DayHours = [['07:00', '11:30']];
const long: DayHours = [
  ['07:30', '12:00'],
  ['13:00', '17:15'],
];
const three: DayHours = [
  ['06:00', '08:00'],
  ['09:10', '12:00'],
  ['14:00', '20:00'],
];
const closed: DayHours = [];

const workday = fc.constantFrom(fullDay, fullDay, fullDay, long, morning, three);
const restDay = fc.constantFrom(closed, closed, closed, morning, fullDay);
const makeUpHours = fc.option(fc.constantFrom(morning, fullDay, three), { nil: undefined });

const date = (base: number, day: number) =>
  new Date(base + day * dayMs).toISOString().slice(0, 10) as PlainDate;

const week = fc
  .tuple(workday, workday, workday, workday, workday, restDay, restDay)
  .map(([mon, tue, wed, thu, fri, sat, sun]) => ({ 1: mon, 2: tue, 3: wed, 4: thu, 5: fri, 6: sat, 7: sun }));

function calendar(base: number): fc.Arbitrary<CalendarDefinition> {
  const days = (most: number) => fc.uniqueArray(fc.integer({ min: -10, max: 60 }), { maxLength: most });
  const later = fc.option(fc.tuple(fc.integer({ min: 0, max: 20 }), week), { freq: 4, nil: undefined });
  return fc
    .tuple(week, later, days(12), days(5), fc.array(makeUpHours, { minLength: 5, maxLength: 5 }))
    .map(([hours, change, off, makeUp, ownHours]) => ({
      hours,
      laterHours: change && [{ from: date(base, change[0]), hours: change[1] }],
      off: off.map((day) => ({ date: date(base, day) })),
      makeUp: makeUp.map((day, at) => ({ date: date(base, day), hours: ownHours[at] })),
    }));
}

/** Instants of whole minutes, often at the edges of hours, in the days after `base`. */
function instant(base: number, firstDay: number, lastDay: number): fc.Arbitrary<Date> {
  const edge = fc.constantFrom(0, 419, 420, 689, 690, 691, 810, 899, 900, 901, 1019, 1020, 1021, 1439);
  const minute = fc.oneof(edge, fc.integer({ min: 0, max: 1439 }));
  return fc
    .tuple(fc.integer({ min: firstDay, max: lastDay }), minute, fc.constantFrom(0, 0, 0, 31_000))
    .map(([day, at, ms]) => new Date(base + day * dayMs + at * minuteMs + ms - 7 * 3_600_000));
}

function suspension(base: number): fc.Arbitrary<Suspension> {
  const effect = fc.constantFrom<Suspension['effect'][]>(
    'continue',
    'continue',
    'continue',
    'restart',
    'none',
  );
  return fc
    .tuple(instant(base, -3, 25), instant(base, -3, 25), effect, fc.integer({ min: 0, max: 9 }))
    .map(([one, other, kind, open]) => {
      const [from = one, to = other] = [one, other].sort((a, b) => a.getTime() - b.getTime());
      return { from, to: open === 0 ? null : to, effect: kind };
    });
}

const most: Record<DueUnit, number> = {
  'working-days': 15,
  'working-hours': 60,
  'same-day': 3,
  'calendar-days': 20,
  'calendar-weeks': 3,
  'calendar-months': 1,
};

const rule: fc.Arbitrary<DueRule> = fc.constantFrom(...dueUnits).chain((unit) =>
  fc.record({
    unit: fc.constant(unit),
    amount: fc.integer({ min: 1, max: most[unit] }),
    cutOff: fc.constantFrom(null, null, '15:00', '11:00', '17:00'),
    dueAt: fc.constantFrom('end-of-day', 'end-of-day', 'same-clock-time'),
    roll: fc.constantFrom('next', 'next', 'previous', 'none'),
  }),
);

/** Bases near year ends, leap days, Tết and the holidays of spring and autumn. */
const base = fc
  .tuple(
    fc.integer({ min: 2016, max: 2027 }),
    fc.constantFrom('12-20', '02-10', '01-25', '04-20', '08-25', '11-20'),
  )
  .map(([year, day]) => Date.parse(`${year}-${day}T00:00:00Z`));

export interface RandomCases {
  readonly calendar: CalendarDefinition;
  readonly dueCases: readonly DueCase[];
}

/** A calendar and `count` cases on it. */
export function anyCases(count: number): fc.Arbitrary<RandomCases> {
  return base.chain((from) => {
    const dueCase = fc.record({
      rule,
      receivedAt: instant(from, 0, 8),
      asOf: instant(from, 0, 30),
      suspensions: fc.array(suspension(from), { maxLength: 3 }),
    });
    const dueCases = fc.array(dueCase, { minLength: count, maxLength: count });
    return fc.record({ calendar: calendar(from), dueCases });
  });
}
