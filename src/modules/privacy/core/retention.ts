import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';
import { type KeptKind, keptKinds } from '../contract.ts';

/** How long what is kept of dossiers of a procedure is kept after their end, from a day to a day. */
export interface RetentionRule {
  /** Left out: every procedure without a rule of its own. */
  readonly procedureCode?: string | undefined;
  /** Left out: every kind without a rule of its own. */
  readonly kind?: KeptKind | undefined;
  /** Left out: for ever. */
  readonly years?: number | undefined;
  /** From the day it ended, or from the first day of the year after. */
  readonly countedFrom: 'end' | 'nextYear';
  readonly basis: string;
  readonly source: string;
  readonly certainty: 'official' | 'reported' | 'unchecked';
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate | undefined;
}

/** The rule of a procedure on a day, for one kind or for the dossier in general; undefined before there was any. */
export function retentionOf(
  rules: readonly RetentionRule[],
  procedureCode: string,
  day: PlainDate,
  kind?: KeptKind,
): RetentionRule | undefined {
  const valid = rules.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day < validTo),
  );
  const find = (ofProcedure: string | undefined, ofKind: KeptKind | undefined) =>
    valid.find((rule) => rule.procedureCode === ofProcedure && rule.kind === ofKind);
  return (
    (kind && find(procedureCode, kind)) ??
    find(procedureCode, undefined) ??
    (kind && find(undefined, kind)) ??
    find(undefined, undefined)
  );
}

/** What of a dossier is due, and why: on which day, by which rule, and whether it may be erased then or only looked at. */
export interface Due {
  readonly on: PlainDate;
  readonly kinds: readonly KeptKind[];
  readonly rule: RetentionRule;
  readonly certain: boolean;
}

interface Ended {
  readonly procedureCode: string;
  /** The other procedures it carries; it is kept as long as the longest of them wants. */
  readonly alsoFor: readonly string[];
  readonly endedOn: PlainDate;
  readonly erased: readonly KeptKind[];
}

/**
 * What falls due first of what is still kept of an ended dossier. The law of today decides, but never lets go earlier than
 * the law of the day on which it ended; for ever by either is for ever, and both must be certain for anything to be erased.
 * Kinds that are due by the day asked about come together, certain ones before those that only warn.
 */
export function firstDue(
  rules: readonly RetentionRule[],
  dossier: Ended,
  today: PlainDate,
  by: PlainDate,
): Due | undefined {
  const dues = keptKinds
    .filter((kind) => !dossier.erased.includes(kind))
    .flatMap((kind) => dueOf(rules, dossier, today, kind) ?? [])
    .filter(({ on }) => on <= by);
  const certain = dues.some((due) => due.certain);
  const together = dues.filter((due) => due.certain === certain).toSorted((a, b) => compare(a.on, b.on));
  const [first] = together;
  if (!first) return undefined;
  // What is due already is done at once; what is only near waits for its own day.
  const last = first.on > today ? first.on : today;
  const kinds = together.filter(({ on }) => on <= last).flatMap((due) => due.kinds);
  return { ...first, kinds: keptKinds.filter((kind) => kinds.includes(kind)) };
}

/** By the rules of every procedure that the dossier carries; undefined where one keeps it for ever or says nothing. */
function dueOf(
  rules: readonly RetentionRule[],
  { procedureCode, alsoFor, endedOn }: Ended,
  today: PlainDate,
  kind: KeptKind,
): Due | undefined {
  const each = [procedureCode, ...alsoFor].map((code) => dueBy(rules, code, endedOn, today, kind));
  const dues = each.flatMap((due) => due ?? []);
  const last = dues.reduce<Due | undefined>(
    (late, due) => (late && late.on >= due.on ? late : due),
    undefined,
  );
  if (!last || dues.length < each.length) return undefined;
  return { ...last, certain: dues.every(({ certain }) => certain) };
}

function dueBy(
  rules: readonly RetentionRule[],
  procedureCode: string,
  endedOn: PlainDate,
  today: PlainDate,
  kind: KeptKind,
): Due | undefined {
  const now = retentionOf(rules, procedureCode, today, kind);
  if (!now) return undefined;
  const then = retentionOf(rules, procedureCode, endedOn, kind) ?? now;
  const first = dayOf(now, endedOn);
  const second = dayOf(then, endedOn);
  if (first === undefined || second === undefined) return undefined;
  const [on, rule] = second > first ? ([second, then] as const) : ([first, now] as const);
  return {
    on,
    kinds: [kind],
    rule,
    certain: now.certainty === 'official' && then.certainty === 'official',
  };
}

/** The day from which it may be erased; undefined for what is kept for ever. */
function dayOf({ years, countedFrom }: RetentionRule, endedOn: PlainDate): PlainDate | undefined {
  if (years === undefined) return undefined;
  const year = Number(endedOn.slice(0, 4)) + years;
  if (countedFrom === 'nextYear') return `${year + 1}-01-01` as PlainDate;
  // The day after the last one: 29 February of a year without one is 1 March.
  const same = `${year}-${endedOn.slice(5)}`;
  const last = endedOn.endsWith('-02-29') && !isLeap(year) ? `${year}-02-28` : same;
  return addDays(last as PlainDate, 1);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * The last day on which a dossier of the procedure can have ended so that something of it is due by a day; undefined where all of it is
 * kept for ever. The law of today never lets go earlier than it says, so no other need be asked.
 */
export function latestEndDue(
  rules: readonly RetentionRule[],
  procedureCode: string,
  today: PlainDate,
  by: PlainDate,
): PlainDate | undefined {
  const years = keptKinds.flatMap((kind) => retentionOf(rules, procedureCode, today, kind)?.years ?? []);
  return years.length === 0
    ? undefined
    : (`${Number(by.slice(0, 4)) - Math.min(...years)}-12-31` as PlainDate);
}
