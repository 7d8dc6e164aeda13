import type { Step } from './step.ts';

/** Where a running dossier stands; a row of dossiers. At most one token stands on a place. */
export interface Token {
  /** A step's key, or the arrival place of a finished branch. */
  readonly node: string;
  readonly enteredAt: Date;
}

/** What somebody decided about one open step. */
export type Decision =
  | { readonly kind: 'forward'; readonly step: string }
  | { readonly kind: 'back'; readonly step: string; readonly to: string }
  | { readonly kind: 'stop'; readonly step: string };

/** A step that has just been reached: the caller makes its task, assigns it and sets its due time. */
export interface StepToOpen {
  readonly step: Step;
  readonly enteredAt: Date;
}

/** What one decision changes. Every token of before is in `tokens` or in `closed`, never in both. */
export interface Advance {
  readonly tokens: readonly Token[];
  readonly opened: readonly StepToOpen[];
  readonly closed: readonly Token[];
  /** True when the last step has gone forward; `stopped` when somebody ended the process before. */
  readonly completed: boolean;
  readonly stopped: boolean;
}
