import { backTargets } from './back-targets.ts';
import { checkRegions, checkShape } from './check-flow.ts';
import { choiceAt, isAutomatic, namedWays, waysUnder } from './choices.ts';
import type { ChoiceFlow, Flow, FlowNode, FlowProblem, StepFlow } from './flow.ts';
import { namePlaces, type Places } from './places.ts';
import {
  type ChoiceNode,
  endPlace,
  type ProcessGraph,
  type ProcessNode,
  type StepNode,
  type Undo,
} from './process-graph.ts';
import { findRegions, type Region, type Regions } from './regions.ts';
import { allowedOutcomes } from './step.ts';

export type CompiledFlow =
  | { readonly ok: true; readonly graph: ProcessGraph }
  | { readonly ok: false; readonly problems: readonly FlowProblem[] };

/** Compiles a flow once per version: proves that it can run, or names every place where it cannot. */
export function compileFlow(flow: Flow): CompiledFlow {
  const shape = checkShape(flow);
  if (shape.length > 0) return { ok: false, problems: shape };
  const regions = findRegions(flow);
  const problems = regions.problems.length > 0 ? regions.problems : checkRegions(flow, regions);
  if (problems.length > 0) return { ok: false, problems };
  const places = namePlaces(regions);
  const nodes = new Map<string, ProcessNode>([[endPlace, { kind: 'end' }]]);
  for (const node of flow.nodes) {
    const region = regions.regionOf.get(node.id);
    if (region) addNode(nodes, regions, places, region, node);
  }
  const steps = flow.nodes.flatMap((node) => (node.kind === 'step' ? [node.step] : []));
  return { ok: true, graph: { start: places.at(flow.start, regions.top), nodes, steps } };
}

function addNode(
  nodes: Map<string, ProcessNode>,
  regions: Regions,
  places: Places,
  region: Region,
  node: FlowNode,
): void {
  const to = (id: string) => places.at(id, region);
  if (node.kind === 'step') nodes.set(node.step.key, standing(regions, places, node, to));
  else if (node.kind === 'service')
    nodes.set(to(node.id), { kind: 'service', key: node.id, name: node.name, next: to(node.next) });
  else if (node.kind === 'choice') nodes.set(to(node.id), choice(regions, node, to));
  else if (node.kind === 'fork') addBlock(nodes, regions, places, node.id, to);
}

function standing(regions: Regions, places: Places, node: StepFlow, to: (id: string) => string): ProcessNode {
  const proceeding = (node.step.timers ?? []).filter((timer) => timer.kind === 'proceed');
  const timerWays = new Map(
    proceeding.map((timer) => [timer.key, to(node.timerWays?.[timer.key] ?? node.next)]),
  );
  const next = to(node.next);
  if (node.step.kind === 'wait') return { kind: 'wait', step: node.step, next, timerWays };
  const asked = choiceAt(regions.nodes, node.next);
  const undo: ReadonlyMap<string, Undo> = allowedOutcomes(node.step).includes('back')
    ? backTargets(regions, places, node.id)
    : new Map();
  const step: StepNode = {
    kind: 'step',
    step: node.step,
    next,
    timerWays,
    asks: asked ? asksAt(regions, asked) : [],
    backTo: [...undo.keys()],
    undo,
  };
  return step;
}

/** What a performer is asked on the way to the first stop; rules that come first only lead to what he is asked. */
function asksAt(regions: Regions, asked: ChoiceFlow): StepNode['asks'] {
  const ways = isAutomatic(asked)
    ? asked.ways.flatMap((way) => {
        const further = choiceAt(regions.nodes, way.next);
        return further ? asksAt(regions, further) : [];
      })
    : namedWays(regions.nodes, asked);
  return ways.map(({ key, label }) => ({ key, label }));
}

function choice(regions: Regions, node: ChoiceFlow, to: (id: string) => string): ChoiceNode {
  return {
    kind: 'choice',
    automatic: isAutomatic(node),
    ways: node.ways.map((way) => ({
      key: way.key,
      ...(way.when === undefined ? {} : { when: way.when }),
      names: new Set(waysUnder(regions.nodes, way).map(({ key }) => key)),
      next: to(way.next),
    })),
    otherwise: node.otherwise,
  };
}

function addBlock(
  nodes: Map<string, ProcessNode>,
  regions: Regions,
  places: Places,
  fork: string,
  to: (id: string) => string,
): void {
  const block = regions.blocks.get(fork);
  const waits = block ? places.arrivals(block) : [];
  if (!block || waits.length === 0) return;
  const held = block.branches.filter((branch) => branch.members.length > 0);
  nodes.set(to(fork), { kind: 'fork', branches: held.map((branch) => places.at(branch.entry, branch)) });
  for (const place of waits) nodes.set(place, { kind: 'arrival', waits, next: to(block.next) });
}
