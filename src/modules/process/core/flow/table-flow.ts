import type { Flow, FlowNode, Way } from './flow.ts';
import { endPlace } from './process-graph.ts';
import type { ProcessTable } from './process-table.ts';
import type { Choice, Step } from './step.ts';

/** Rows that belong together: one row, a parallel part, or the alternatives after a step with choices. */
export interface Stage {
  readonly kind: 'one' | 'parallel' | 'alternatives';
  /** Rows done one after the other, each sequence under its label. */
  readonly branches: readonly (readonly Step[])[];
}

/** The flow that a checked table describes. */
export function tableFlow(table: ProcessTable): Flow {
  const stages = stagesOf(table.steps);
  const nodes: FlowNode[] = [];
  stages.forEach((stage, at) => {
    const next = entryOf(stages[at + 1]);
    const meeting = joinOf(stage);
    if (stage.kind === 'parallel') {
      nodes.push({ id: entryOf(stage), kind: 'fork', branches: stage.branches.map(firstKey) });
      nodes.push({ id: meeting, kind: 'join', next });
    }
    // The alternatives of a step lie in the stage behind it; what follows them is one stage further.
    const alternatives = stages[at + 1]?.kind === 'alternatives' ? stages[at + 1] : undefined;
    const behind = alternatives ? entryOf(stages[at + 2]) : next;
    for (const branch of stage.branches) {
      const last = stage.kind === 'parallel' ? meet(nodes, branch, meeting) : behind;
      branch.forEach((step, row) => {
        addStep(
          nodes,
          stages,
          step,
          branch[row + 1]?.key ?? last,
          branch[row + 1] ? undefined : alternatives,
        );
      });
    }
  });
  nodes.push({ id: endPlace, kind: 'end' });
  return { start: entryOf(stages[0]), nodes };
}

/** A join waits for one way from each branch: the alternatives inside a branch meet before it. */
function meet(nodes: FlowNode[], branch: readonly Step[], join: string): string {
  if (!branch.some((step) => step.kind !== 'wait' && step.choices !== undefined)) return join;
  const id = `merge:${firstKey(branch)}`;
  nodes.push({ id, kind: 'merge', next: join });
  return id;
}

function addStep(
  nodes: FlowNode[],
  stages: readonly Stage[],
  step: Step,
  next: string,
  alternatives: Stage | undefined,
): void {
  const choices = step.kind === 'wait' ? [] : (step.choices ?? []);
  if (choices.length === 0) {
    nodes.push({ id: step.key, kind: 'step', step, next });
    return;
  }
  const id = `choice:${step.key}`;
  nodes.push({ id: step.key, kind: 'step', step, next: id });
  const ways = choices.map((choice): Way => {
    const { to, ...named } = choice;
    return { ...named, next: placeOf(stages, to) ?? rowsOf(alternatives, choice) ?? next };
  });
  nodes.push({ id, kind: 'choice', ways, ...otherwiseOf(choices) });
}

/** The one choice without a rule is what holds otherwise, when all others have one. */
export function otherwiseOf(choices: readonly Pick<Choice, 'key' | 'when'>[]): {
  readonly otherwise?: string;
} {
  const without = choices.filter((choice) => choice.when === undefined);
  const [only] = without;
  return only && without.length === 1 && choices.length > 1 ? { otherwise: only.key } : {};
}

/** The first place of a step: a parallel part is entered as a whole. */
function placeOf(stages: readonly Stage[], to: string | undefined): string | undefined {
  if (to === undefined || to === endPlace) return to;
  const parallel = stages.find((stage) => stage.kind === 'parallel' && firstKey(stage.branches[0]) === to);
  return parallel ? entryOf(parallel) : to;
}

function rowsOf(alternatives: Stage | undefined, choice: Choice): string | undefined {
  return alternatives?.branches.find((branch) => branch[0]?.branch === choice.key)?.[0]?.key;
}

/** Consecutive rows of one parallel part or of the alternatives after a step, each label its own sequence. */
export function stagesOf(steps: readonly Step[]): readonly Stage[] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const last = runs.at(-1)?.[0];
    const same =
      last &&
      last.together === step.together &&
      (step.together !== undefined || (last.branch !== undefined && step.branch !== undefined));
    if (same) runs.at(-1)?.push(step);
    else runs.push([step]);
  }
  return runs.map((run): Stage => {
    const branches = [...Map.groupBy(run, (step) => step.branch ?? step.key).values()];
    if (run[0]?.together !== undefined) return { kind: 'parallel', branches };
    return { kind: run[0]?.branch === undefined ? 'one' : 'alternatives', branches };
  });
}

function entryOf(stage: Stage | undefined): string {
  const first = firstKey(stage?.branches[0]);
  return stage?.kind === 'parallel' ? `fork:${first}` : first;
}

function joinOf(stage: Stage): string {
  return `join:${firstKey(stage.branches[0])}`;
}

function firstKey(branch: readonly Step[] | undefined): string {
  return branch?.[0]?.key ?? endPlace;
}
