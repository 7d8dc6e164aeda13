import { isAutomatic } from '../flow/choices.ts';
import type { ChoiceFlow, Flow, StepFlow } from '../flow/flow.ts';
import { reachable } from '../flow/longest-way.ts';
import type { ProcessFinding } from './finding.ts';

/** What can be said of the way through a flow that runs. */
export function lintFlow(flow: Flow, steps: readonly StepFlow[]): readonly ProcessFinding[] {
  const first = firstStep(flow);
  const issues = new Set(steps.filter(({ step }) => step.kind === 'issue').map(({ id }) => id));
  const withoutIssue = reachable(flow, flow.start, (node) => issues.has(node.id));
  const warnings = steps.flatMap(({ id, step }): ProcessFinding[] => {
    const warn = (name: string): ProcessFinding => ({
      at: step.key,
      type: `process.lint-${name}`,
      params: { step: step.name },
      severity: 'warning',
    });
    if (step.kind === 'return' && withoutIssue.has(id)) return [warn('return-without-issue')];
    return step.kind === 'issue' && reachable(flow, id).has(id) ? [warn('issue-in-loop')] : [];
  });
  return [
    ...(first?.step.kind === 'intake'
      ? []
      : [
          {
            at: first?.step.key ?? flow.start,
            type: 'process.lint-starts-without-intake',
            severity: first && first.step.kind !== 'wait' ? ('warning' as const) : ('error' as const),
          },
        ]),
    ...(steps.some(({ step }) => step.kind === 'return')
      ? []
      : [{ at: '', type: 'process.lint-never-returned', severity: 'warning' as const }]),
    ...warnings,
    ...flow.nodes
      .filter((node): node is ChoiceFlow => node.kind === 'choice')
      .filter((choice) => choice.ways.some((way) => way.when !== undefined) && !isAutomatic(choice))
      .map(({ id }) => ({
        at: id,
        type: 'process.lint-choice-without-default',
        severity: 'warning' as const,
      })),
  ];
}

/** The one step a process begins with; undefined when it begins with several or with a choice. */
function firstStep(flow: Flow): StepFlow | undefined {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  for (let node = nodes.get(flow.start); node; ) {
    if (node.kind === 'step') return node;
    if (node.kind !== 'merge' && node.kind !== 'service') return undefined;
    node = nodes.get(node.next);
  }
  return undefined;
}
