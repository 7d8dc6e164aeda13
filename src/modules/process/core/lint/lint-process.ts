import { compileFlow } from '../flow/compile-flow.ts';
import type { Flow, StepFlow } from '../flow/flow.ts';
import type { LintContext, ProcessFinding } from './finding.ts';
import { lintFlow } from './lint-flow.ts';
import { lintLimit } from './lint-limit.ts';
import { lintStep } from './lint-step.ts';

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
