import type { DraftRow } from '../../../../modules/process/contract.ts';

/** What a performer may decide, and what must hold before a step goes forward, in the order of the form. */
export const outcomes = ['forward', 'back', 'supplement', 'opinion', 'transfer', 'stop'] as const;
export const preconditions = ['papers-checked', 'fee-settled', 'result-file', 'opinions-in'] as const;

/** The steps whose performer may be kept from a row's step: the other performed ones. */
export function separable(row: DraftRow, rows: readonly DraftRow[]): readonly DraftRow[] {
  return rows.filter(({ key, kind }) => key !== row.key && kind !== 'wait');
}
