import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';

/** Within how many days the law wants a right answered, from a day to a day. */
export interface Deadline {
  readonly right: 'correction';
  readonly days: number;
  readonly source: string;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate | undefined;
}

/** The last day to answer what is asked today; throws where the data say nothing: a clock without law is a fault of the data. */
export function dueOn(
  deadlines: readonly Deadline[],
  right: Deadline['right'],
  day: PlainDate,
): { readonly on: PlainDate; readonly source: string } {
  const rule = deadlines.find(
    (each) =>
      each.right === right && each.validFrom <= day && (each.validTo === undefined || day < each.validTo),
  );
  if (!rule) throw new Error(`no deadline for "${right}" on ${day}`);
  return { on: addDays(day, rule.days), source: rule.source };
}
