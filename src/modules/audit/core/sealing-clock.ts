/** How long before the run that could have sealed it a row may say it was recorded: commands take their moment when they begin. */
const slackMs = 3_600_000;

/** A run of the sealer: what it finds is sealed in blocks of one moment. */
export interface SealingRun {
  readonly sealedAt: Date;
  /** Moment of the run before; undefined for the first. */
  readonly before: Date | undefined;
}

/** The run of the next block: the one before goes on, or another has begun. */
export function runOf(sealedAt: Date, current: SealingRun | undefined): SealingRun {
  if (current && current.sealedAt.getTime() === sealedAt.getTime()) return current;
  return { sealedAt, before: current?.sealedAt };
}

/** Clocks of the machines that seal may lie apart this much. */
const mostApartMs = 60_000;

/** Whether this run says that it was before the run before it. */
export function isSetBack({ sealedAt, before }: SealingRun): boolean {
  return before !== undefined && sealedAt.getTime() < before.getTime() - mostApartMs;
}

/**
 * The earliest moment a row sealed by this run can have been recorded at: what was there before, the run before would have sealed.
 * Rows of a sealer that stood still, and of slow commands, are thus suspected of nothing. After a clock was set back its own time counts.
 */
export function earliestRecorded({ sealedAt, before }: SealingRun): Date | undefined {
  return before && new Date(Math.min(before.getTime(), sealedAt.getTime()) - slackMs);
}
