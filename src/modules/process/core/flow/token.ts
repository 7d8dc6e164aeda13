import type { RuleFacts } from './rule.ts';
import type { PerformedStep, Precondition, WaitStep } from './step.ts';

/** Where a running dossier stands; a row of dossiers. At most one token stands on a place. */
export interface Token {
  /** A step's key, or the arrival place of a finished branch. */
  readonly node: string;
  readonly enteredAt: Date;
}

/** What was decided about one open step, by its performer, by a message from outside, or by a clock. */
export type Decision =
  | {
      readonly kind: 'forward';
      readonly step: string;
      /** The way on, where the step leads to a choice. */
      readonly choice?: string;
    }
  | { readonly kind: 'back'; readonly step: string; readonly to: string }
  | { readonly kind: 'stop'; readonly step: string }
  | { readonly kind: 'message'; readonly step: string }
  | { readonly kind: 'timer'; readonly step: string; readonly timer: string };

/** What the process may look at to decide. */
export interface ProcessFacts extends RuleFacts {
  /** Preconditions that hold now. */
  readonly met?: readonly Precondition[];
}

/** A step that has just been reached: the caller makes its task, assigns it and sets its due time. */
export interface StepToOpen {
  readonly step: PerformedStep;
  readonly enteredAt: Date;
}

/** A wait that has just been reached: the caller suspends the clock where it says so, and expects the message. */
export interface WaitToOpen {
  readonly step: WaitStep;
  readonly enteredAt: Date;
}

/** Something the system does by itself, passed on the way. */
export interface PassedService {
  readonly key: string;
  readonly name: string;
}

/** What one decision changes. Every token of before is in `tokens` or in `closed`, never in both. */
export interface Advance {
  readonly tokens: readonly Token[];
  readonly opened: readonly StepToOpen[];
  readonly waiting: readonly WaitToOpen[];
  /** In the order passed. */
  readonly passed: readonly PassedService[];
  readonly closed: readonly Token[];
  /** True when the last step has gone forward; `stopped` when somebody ended the process before. */
  readonly completed: boolean;
  readonly stopped: boolean;
}
