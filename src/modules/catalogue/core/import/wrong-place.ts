/** Why something in an import file is not taken; each has its sentence (`catalogue.import.reason.<reason>`). */
export const wrongReasons = [
  'not-json',
  'too-long',
  'not-a-procedure',
  'repeated',
  'required',
  'not-a-code',
  'not-a-key',
  'unknown-word',
  'not-a-number',
  'number-out-of-range',
  'not-a-date',
  'not-a-time',
  'not-tiers',
  'formula',
  'cell-error',
  'unknown-procedure',
  'unknown-case',
  'no-code-above',
  'contradicts',
  'unknown-sheet',
  'missing-sheet',
  'repeated-sheet',
  'missing-column',
  'unknown-column',
  'repeated-column',
] as const;
export type WrongReason = (typeof wrongReasons)[number];

/**
 * One wrong place of an import file. In a workbook: sheet, row and column as Excel calls them, with the column's
 * header. In JSON: the line (or item) as `row`, the path of the field as `column`.
 */
export interface WrongPlace {
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly column?: string | undefined;
  readonly header?: string | undefined;
  /** The procedure, where it could be read. */
  readonly code?: string | undefined;
  readonly reason: WrongReason;
  /** What was found, or what would have been right. */
  readonly detail?: string | undefined;
}
