import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { VersionOrigin } from './procedure-version.ts';

/** What is known of the newest version of a procedure: the one with the latest days. */
export interface NewestVersion {
  readonly origin: VersionOrigin;
  readonly contentHash: string;
  /** A decision of the office ended it: only another decision brings the procedure back. */
  readonly endedByDecision: boolean;
}

/** What to do with a record that arrives: nothing, a new version, or leave ours and report the difference. */
export type Publication =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'differs' }
  | { readonly kind: 'publish'; readonly validFrom: PlainDate };

/**
 * Decides about a record from the reference data (`shipped`) or an import (`imported`). What was edited here
 * is never overwritten; an import does not overwrite what was typed in and checked. The first text of a
 * procedure is in force from its own day; a later one from today on, for days that are over have been answered.
 */
export function planPublication(
  record: { readonly contentHash: string; readonly validFrom: PlainDate },
  origin: VersionOrigin,
  newest: NewestVersion | undefined,
  today: PlainDate,
): Publication {
  if (!newest) return { kind: 'publish', validFrom: record.validFrom };
  if (newest.contentHash === record.contentHash) return { kind: 'unchanged' };
  if (newest.endedByDecision || !mayFollow(origin, newest.origin)) return { kind: 'differs' };
  return { kind: 'publish', validFrom: later(record.validFrom, today) };
}

function mayFollow(origin: VersionOrigin, newest: VersionOrigin): boolean {
  if (origin === 'edited') return true;
  return origin === 'shipped' ? newest !== 'edited' : newest === 'imported';
}

function later(one: PlainDate, other: PlainDate): PlainDate {
  return one < other ? other : one;
}
