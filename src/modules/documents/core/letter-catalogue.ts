import type { PlainDate } from '../../../kernel/plain-date.ts';

/** One version of a form's template: `data/letters/<code>/<validFrom>/`. */
export interface LetterVersion {
  readonly code: string;
  /** Number in its form set, such as 01; the numbers shifted between circulars, so a form is named by code. */
  readonly number?: string | undefined;
  readonly name: string;
  readonly source: string;
  readonly certainty: 'high' | 'medium' | 'low';
  readonly validFrom: PlainDate;
  /** First day on which it no longer applies; open when missing. */
  readonly validTo?: PlainDate | undefined;
}

/** The version of a form in force on a day; undefined when none was. */
export function letterVersionOn(
  versions: readonly LetterVersion[],
  code: string,
  on: PlainDate,
): LetterVersion | undefined {
  return versions
    .filter((version) => version.code === code && version.validFrom <= on)
    .filter((version) => version.validTo === undefined || on < version.validTo)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}
