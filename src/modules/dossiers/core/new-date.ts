import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { DuePromise } from '../../process/public.ts';

/** What decides on a new date: the clock as it stands and what was promised before. */
export interface DateFacts {
  /** When the time limit runs out; absent while the clock stands still or no limit is known. */
  readonly forecastAt: Date | null;
  /** What is left while it stands still; absent while it runs. */
  readonly remaining: number | null;
  readonly promises: readonly {
    readonly kind: 'receipt' | 'extension' | 'apology';
    readonly dueAt: Date;
  }[];
}

/** True when the time the law gives has run out, whatever was promised since. */
export function isRunOut(
  { forecastAt, remaining }: Pick<DateFacts, 'forecastAt' | 'remaining'>,
  now: Date,
): boolean {
  return forecastAt ? forecastAt < now : remaining === 0;
}

/**
 * Whether an apology may name this date, and whether it comes late. It may come after the time has run out, marked so:
 * otherwise people would date it back. Refuses without a first promise, a second one while the last date is still to come,
 * and a date that is not later than now and than every date promised before.
 */
export function decideApology(
  facts: DateFacts,
  wanted: DuePromise,
  now: Date,
): Result<{ readonly late: boolean }> {
  if (facts.promises.length === 0) return refuse('conflict', 'dossiers.no-promise');
  if (facts.promises.some(({ kind, dueAt }) => kind === 'apology' && dueAt >= now))
    return refuse('conflict', 'dossiers.apology-once');
  const latest = Math.max(now.getTime(), ...facts.promises.map(({ dueAt }) => dueAt.getTime()));
  if (wanted.dueAt.getTime() <= latest) {
    return refuseField('/newDueOn', 'dossiers.new-date-not-later');
  }
  return ok({ late: isRunOut(facts, now) });
}

/** What the law allows: so much at a time, so often. */
export interface AllowedExtension {
  readonly most: number;
  readonly times: number;
  /** Where the law says so: told to whoever is refused. */
  readonly source: string;
}

/**
 * Whether further time may be noticed, and from which due time it counts. Refuses where the law allows none, more than it
 * allows, once too often, a clock that stands still, and a time limit that has run out: then only an apology is left.
 */
export function decideExtension(
  facts: DateFacts,
  allowed: AllowedExtension | undefined,
  amount: number,
  now: Date,
): Result<{ readonly from: Date }> {
  if (!allowed) return refuse('invalid', 'dossiers.extension-not-lawful');
  if (amount > allowed.most) {
    return refuseField('/amount', 'dossiers.extension-too-long', {
      params: { most: allowed.most, source: allowed.source },
    });
  }
  if (facts.promises.filter(({ kind }) => kind === 'extension').length >= allowed.times)
    return refuse('conflict', 'dossiers.extension-used', {
      params: { times: allowed.times, source: allowed.source },
    });
  if (!facts.forecastAt) return refuse('conflict', 'dossiers.clock-not-running');
  if (isRunOut(facts, now)) return refuse('conflict', 'dossiers.extension-too-late');
  return ok({ from: facts.forecastAt });
}
