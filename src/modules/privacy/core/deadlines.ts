import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';

/** What has a number of days: an answer the law wants, a warning before erasing, what goes away untouched, the words of a reason. */
export const deadlineRights = ['correction', 'erasing-warning', 'untouched-draft', 'stated-reason'] as const;
type DeadlineRight = (typeof deadlineRights)[number];

/** Within how many days the law wants a right answered, from a day to a day. */
export interface Deadline {
  readonly right: DeadlineRight;
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
  const rule = deadlineOn(deadlines, right, day);
  return { on: addDays(day, rule.days), source: rule.source };
}

/** The rule of the day. */
export function deadlineOn(
  deadlines: readonly Deadline[],
  right: Deadline['right'],
  day: PlainDate,
): Deadline {
  const rule = deadlines.find(
    (each) =>
      each.right === right && each.validFrom <= day && (each.validTo === undefined || day < each.validTo),
  );
  if (!rule) throw new Error(`no deadline for "${right}" on ${day}`);
  return rule;
}
