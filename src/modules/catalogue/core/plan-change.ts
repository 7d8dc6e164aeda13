import type { PlainDate } from '../../../kernel/plain-date.ts';

/** The days of a version that was not withdrawn. */
export interface Span {
  readonly versionId: string;
  readonly number: number;
  readonly from: PlainDate;
  /** First day no longer in force; absent while open. */
  readonly to?: PlainDate;
  /** How it ended without a successor. */
  readonly ended?: 'abolished' | 'replaced' | 'suspended';
}

/** What a change does to the versions published so far. */
export interface SpanChange {
  /** The version whose last day is set anew. */
  readonly closes?: Span;
  /** Versions that were to begin on the day or later and never do. */
  readonly withdraws: readonly Span[];
}

/**
 * What becomes of the published versions of one procedure when from a day on another text is in force, or none.
 * Earlier days stay as they are. Undefined when the procedure is to end and no version is in force from that day on.
 */
export function planChange(
  spans: readonly Span[],
  from: PlainDate,
  change: 'publish' | 'end',
): SpanChange | undefined {
  const withdraws = spans.filter((span) => span.from >= from);
  const before = spans.filter((span) => span.from < from).at(-1);
  const reaches = before !== undefined && (before.to === undefined || before.to >= from);
  const inForce = before !== undefined && (before.to === undefined || before.to > from);
  if (change === 'end' && !inForce && withdraws.length === 0) return undefined;
  return { ...(reaches ? { closes: before } : {}), withdraws };
}
