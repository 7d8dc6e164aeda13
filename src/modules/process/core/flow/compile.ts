import { ok, type Result } from '../../../../kernel/result.ts';
import { checkTable } from './check-table.ts';
import { endPlace, type ProcessGraph, type ProcessNode } from './process-graph.ts';
import type { ProcessTable } from './process-table.ts';
import { allowedOutcomes, type Step } from './step.ts';

/** The steps done at the same time: one, or all that share a `together` label. */
type Stage = readonly Step[];

/** Compiles a table of steps once per version; refuses a table that cannot run, naming the row and the field. */
export function compile(table: ProcessTable): Result<ProcessGraph> {
  const refused = checkTable(table);
  if (refused) return refused;
  const stages = stagesOf(table.steps);
  const nodes = new Map<string, ProcessNode>([[endPlace, { kind: 'end' }]]);
  const downstream = new Set([endPlace]);
  for (let at = stages.length - 1; at >= 0; at--) addStage(nodes, stages, at, downstream);
  return ok({ start: entryOf(stages, 0), nodes, steps: table.steps });
}

function stagesOf(steps: readonly Step[]): Stage[] {
  const stages: Step[][] = [];
  for (const step of steps) {
    const last = stages.at(-1);
    if (last && step.together !== undefined && last[0]?.together === step.together) last.push(step);
    else stages.push([step]);
  }
  return stages;
}

/** Adds a stage in front of what follows it; `downstream` holds, and is widened to, the places from the stage on. */
function addStage(
  nodes: Map<string, ProcessNode>,
  stages: readonly Stage[],
  at: number,
  downstream: Set<string>,
): void {
  const stage = stages[at] ?? [];
  const next = entryOf(stages, at + 1);
  const arrivals = stage.length > 1 ? stage.map((step) => arrivalOf(step)) : [];
  const after = [...downstream];
  for (const step of stage) {
    const own = stage.length > 1 ? [step.key, arrivalOf(step)] : [step.key];
    const standing = {
      next: stage.length > 1 ? arrivalOf(step) : next,
      downstream: new Set([...own, ...after]),
      backTo: backTargets(stages, at, step),
      siblings: arrivals.filter((place) => place !== arrivalOf(step)),
    };
    nodes.set(
      step.key,
      step.kind === 'wait' ? { kind: 'wait', step, ...standing } : { kind: 'step', step, ...standing },
    );
    for (const place of own) downstream.add(place);
  }
  for (const place of arrivals) nodes.set(place, { kind: 'arrival', waits: arrivals, next });
  if (stage.length > 1) nodes.set(forkOf(stage), { kind: 'fork', branches: stage.map((step) => step.key) });
}

/** Earlier stages, nearest first, as far as the last numbered result: what has been issued is not undone. */
function backTargets(stages: readonly Stage[], at: number, step: Step): string[] {
  if (!allowedOutcomes(step).includes('back')) return [];
  const targets: string[] = [];
  for (const stage of stages.slice(0, at).reverse()) {
    if (stage.some((earlier) => earlier.kind === 'issue')) break;
    targets.push(...stage.filter((earlier) => earlier.kind !== 'wait').map((earlier) => earlier.key));
  }
  return targets;
}

function entryOf(stages: readonly Stage[], at: number): string {
  const stage = stages[at];
  const first = stage?.[0];
  if (!stage || !first) return endPlace;
  return stage.length > 1 ? forkOf(stage) : first.key;
}

function forkOf(stage: Stage): string {
  return `fork:${stage[0]?.key ?? ''}`;
}

function arrivalOf(step: Step): string {
  return `arrived:${step.key}`;
}
