/** What the browser may import of process: the draft of a process, and reading a pasted table. All of it is pure. */

export { calendarText } from './core/clock/calendar-input.ts';
export { checkDraft, type Finding } from './core/editing/check-draft.ts';
export { type Change, differenceOf } from './core/editing/difference.ts';
export type { DraftBasis } from './core/editing/draft-basis.ts';
export type { DraftContent, DraftPerformer, DraftRow, Guess } from './core/editing/draft-content.ts';
export { rowKey } from './core/editing/row-key.ts';
export { rowKinds } from './core/editing/row-kinds.ts';
export type { PerformerPhrase } from './core/paste/performer-dictionary.ts';
export { readPerformer } from './core/paste/performer-dictionary.ts';
export { readHours } from './core/paste/read-hours.ts';
export { type ReadRows, readRows } from './core/paste/read-rows.ts';
export type { Cell, Grid } from './core/paste/recognise-columns.ts';
