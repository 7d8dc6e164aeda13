import type { Guess } from '../bpmn/reading.ts';
import type { DueRule } from '../clock/due-rule.ts';
import type { Performer } from '../flow/performer.ts';

/** Something about a process that a person should look at. Errors keep it from being published. */
export interface ProcessFinding {
  /** Key of the step or id of the element; empty for the process as a whole. */
  readonly at: string;
  readonly type: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly severity: 'error' | 'warning';
}

/** What a process is held against; what is left out is not judged. */
export interface LintContext {
  /** The legal limit of the procedure, and whether somebody compared it with the decision; null: there is none. */
  readonly limit?: { readonly rule: Pick<DueRule, 'unit' | 'amount'>; readonly verified: boolean } | null;
  /** Whether anybody can perform today. */
  readonly canPerform?: (performer: Performer) => boolean;
  /** Legal grounds that a wait may stop the clock on. */
  readonly grounds?: ReadonlySet<string>;
  /** Keys of the version before. */
  readonly keysBefore?: readonly string[];
  /** What a diagram did not say. */
  readonly guesses?: readonly Guess[];
}
