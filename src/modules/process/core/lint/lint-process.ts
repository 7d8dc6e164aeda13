import type { Guess } from '../bpmn/reading.ts';
import type { DueRule } from '../clock/due-rule.ts';
import { compileFlow } from '../flow/compile-flow.ts';
import type { Flow, StepFlow } from '../flow/flow.ts';
import type { Performer } from '../flow/performer.ts';
import { lintFlow } from './lint-flow.ts';
import { lintLimit } from './lint-limit.ts';
import { lintStep } from './lint-step.ts';

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

/** Looks at a whole process as an experienced official would, and names what stands out, with its place. */
export function lintProcess(flow: Flow, context: LintContext = {}): readonly ProcessFinding[] {
  const compiled = compileFlow(flow);
  const steps = flow.nodes.filter((node): node is StepFlow => node.kind === 'step');
  return [
    ...(compiled.ok
      ? lintFlow(flow, steps)
      : compiled.problems.map(({ at, type }) => ({ at, type, severity: 'error' as const }))),
    ...steps.flatMap(({ step }) => lintStep(step, context)),
    ...lintLimit(flow, context.limit),
    ...keysGone(steps, context.keysBefore ?? []),
    ...(context.guesses ?? []).map(
      ({ at, what }): ProcessFinding => ({ at, type: `process.bpmn-guessed-${what}`, severity: 'warning' }),
    ),
  ];
}

/** Numbers of steps are compared over time by their keys: a key that goes breaks the row. */
function keysGone(steps: readonly StepFlow[], before: readonly string[]): ProcessFinding[] {
  const now = new Set(steps.map(({ step }) => step.key));
  return before
    .filter((key) => !now.has(key))
    .map((key) => ({ at: key, type: 'process.lint-key-gone', params: { key }, severity: 'warning' }));
}
