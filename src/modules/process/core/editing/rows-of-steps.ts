import type { Step } from '../flow/step.ts';
import { type DraftRow, draftRow } from './draft-content.ts';

/** Rows to edit out of the steps of a version or a template. */
export function rowsOfSteps(steps: readonly Step[]): readonly DraftRow[] {
  return steps.map((step) => draftRow.parse(step));
}
