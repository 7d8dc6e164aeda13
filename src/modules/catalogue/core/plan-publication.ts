import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';
import type { VersionOrigin } from './procedure-version.ts';

/** What is known of the newest version of a procedure. */
export interface NewestVersion {
  readonly number: number;
  readonly origin: VersionOrigin;
  readonly contentHash: string;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
}

/** What to do with a record that arrives: nothing, a new version, or leave ours and report the difference. */
export type Publication =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'differs' }
  | {
      readonly kind: 'publish';
      readonly number: number;
      readonly validFrom: PlainDate;
      /** The newest version ends there; absent when nothing is to be closed. */
      readonly closePreviousOn?: PlainDate;
    };

/**
 * Decides about a record from the reference data (`shipped`) or an import (`imported`). What was edited here
 * is never overwritten; an import does not overwrite what was typed in and checked. A new text follows the
 * newest, never reaches behind its first day, and so leaves every published day as it was.
 */
export function planPublication(
  record: { readonly contentHash: string; readonly validFrom: PlainDate },
  origin: VersionOrigin,
  newest: NewestVersion | undefined,
): Publication {
  if (!newest) return { kind: 'publish', number: 1, validFrom: record.validFrom };
  if (newest.contentHash === record.contentHash) return { kind: 'unchanged' };
  if (!mayFollow(origin, newest.origin)) return { kind: 'differs' };
  const validFrom = later(record.validFrom, addDays(newest.validFrom, 1));
  const open = newest.validTo === undefined || newest.validTo > validFrom;
  return {
    kind: 'publish',
    number: newest.number + 1,
    validFrom,
    ...(open ? { closePreviousOn: validFrom } : {}),
  };
}

function mayFollow(origin: VersionOrigin, newest: VersionOrigin): boolean {
  if (origin === 'edited') return true;
  return origin === 'shipped' ? newest !== 'edited' : newest === 'imported';
}

function later(one: PlainDate, other: PlainDate): PlainDate {
  return one < other ? other : one;
}
