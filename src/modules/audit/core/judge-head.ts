import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';
import type { HeadFinding, Notice } from './verdict.ts';

/** Clocks of the authority and of this installation may lie apart this much. */
const mostApartMs = 5 * 60_000;
/** A head is stamped within minutes after midnight; an outage of the authority delays it, and is to be known of. */
const lateAfterMs = 48 * 3_600_000;

interface StampedHead {
  readonly day: PlainDate;
  readonly position: number;
  readonly hash: string;
  readonly stampedAt: Date;
}

/** What else there is to know about one head. */
interface HeadEvidence {
  /** What the chain says at its block now; undefined when the block is gone. */
  readonly chain: { readonly position: number; readonly hash: string } | undefined;
  /** When the authority stamped it; undefined when the stamp does not fit. */
  readonly stampedAt: Date | undefined;
  /** The head of the day before it, where there is one. */
  readonly before: StampedHead | undefined;
}

/** Tells apart what is wrong with one head; undefined when it stands. */
export function judgeHead(head: StampedHead, evidence: HeadEvidence): HeadFinding | undefined {
  const { chain, stampedAt } = evidence;
  const finding = (fault: HeadFinding['fault']): HeadFinding => ({
    kind: 'head',
    fault,
    day: head.day,
    position: head.position,
  });
  if (!chain) return finding('cut');
  if (chain.hash !== head.hash || chain.position !== head.position) return finding('rewritten');
  if (!stampedAt) return finding('stamp');
  return isPossible(head, stampedAt, evidence.before) ? undefined : finding('time');
}

/** Says that a head was stamped long after its day had ended. */
export function lateNotice({ day, stampedAt }: StampedHead): Notice | undefined {
  const isLate = stampedAt.getTime() - endOf(day) > lateAfterMs;
  return isLate ? { kind: 'late-head', day, stampedAt } : undefined;
}

/** Says of these days, newest first, that their heads rest on the installation's own key although an authority stamps. */
export function ownKeyNotice(days: readonly PlainDate[]): Notice | undefined {
  const [day] = days;
  return day && { kind: 'own-key', heads: days.length, day };
}

/** A head is stamped after its day and after the heads before it, at the moment that is written down. */
function isPossible(head: StampedHead, stampedAt: Date, before: StampedHead | undefined): boolean {
  const at = stampedAt.getTime();
  const earliest = Math.max(endOf(head.day), before?.stampedAt.getTime() ?? 0) - mostApartMs;
  return at === head.stampedAt.getTime() && at >= earliest;
}

/** Midnight in Vietnam. */
function endOf(day: PlainDate): number {
  return Date.parse(`${addDays(day, 1)}T00:00:00+07:00`);
}
