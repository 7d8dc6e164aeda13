import type { PlainDate } from '../../../kernel/plain-date.ts';

/** How codes are written from a day on, as the reference data states it. */
export interface CodePatternRecord {
  /** Natural key of the unit; absent: every unit without a pattern of its own. */
  readonly unitKey?: string | undefined;
  readonly pattern: string;
  readonly validFrom: PlainDate;
  /** First day on which it no longer applies. */
  readonly validTo?: PlainDate | undefined;
  readonly source: string;
  readonly certainty: string;
}
