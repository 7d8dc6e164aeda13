import { choiceAt, isAutomatic } from './choices.ts';
import { type Flow, type FlowNode, type FlowProblem, waysOf } from './flow.ts';
import { allBefore, allRegions, exit, followers, leaders } from './region-ways.ts';
import type { Region, Regions } from './regions.ts';

/** What is wrong before ways can be followed at all: ids and keys that repeat, ways to nowhere. */
export function checkShape(flow: Flow): readonly FlowProblem[] {
  const ids = new Set(flow.nodes.map((node) => node.id));
  const problems: FlowProblem[] = ids.has(flow.start)
    ? []
    : [{ at: flow.start, type: 'process.flow-without-start' }];
  const keys = new Set<string>();
  const seen = new Set<string>();
  for (const node of flow.nodes) {
    if (seen.has(node.id)) problems.push({ at: node.id, type: 'process.flow-id-repeated' });
    seen.add(node.id);
    if (waysOf(node).some((next) => !ids.has(next)))
      problems.push({ at: node.id, type: 'process.flow-way-to-nowhere' });
    if (node.kind === 'call') problems.push({ at: node.id, type: 'process.call-unresolved' });
    if (node.kind !== 'step') continue;
    if (keys.has(node.step.key)) problems.push({ at: node.id, type: 'process.flow-key-repeated' });
    keys.add(node.step.key);
  }
  for (const node of flow.nodes)
    if (node.kind === 'step' && node.step.kind !== 'wait')
      for (const other of node.step.notBy ?? [])
        if (other === node.step.key || !keys.has(other))
          problems.push({ at: node.id, type: 'process.not-by-unknown' });
  return problems;
}

/** What is wrong with a flow whose regions are sound: dead ends, loops without anybody, choices nobody makes. */
export function checkRegions(flow: Flow, regions: Regions): readonly FlowProblem[] {
  return [
    ...allRegions(regions).flatMap((region) => [...deadEnds(regions, region), ...idleLoops(regions, region)]),
    ...undecided(flow, regions),
  ];
}

function deadEnds(regions: Regions, region: Region): FlowProblem[] {
  const alive = allBefore(leaders(regions, region), exit);
  return region.members.filter((id) => !alive.has(id)).map((at) => ({ at, type: 'process.flow-dead-end' }));
}

/** A loop on which nobody stops would never come to rest. */
function idleLoops(regions: Regions, region: Region): FlowProblem[] {
  const passed = region.members.filter((id) => canPass(regions, id));
  const within = new Set(passed);
  const before = new Map<string, string[]>();
  for (const id of passed)
    for (const next of followers(regions, id))
      if (typeof next === 'string' && within.has(next)) before.set(next, [...(before.get(next) ?? []), id]);
  return passed
    .filter((id) => allBefore(before, id).has(id))
    .map((at) => ({ at, type: 'process.loop-without-step' }));
}

/** Whether a token can go through a member without anybody doing anything. */
function canPass(regions: Regions, id: string): boolean {
  const block = regions.blocks.get(id);
  if (block) return block.branches.every((branch) => canPassThrough(regions, branch));
  return regions.nodes.get(id)?.kind !== 'step';
}

function canPassThrough(regions: Regions, region: Region): boolean {
  const seen = new Set<string>();
  const open = [region.entry];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (regions.nodes.get(id)?.kind === 'join') return true;
    if (seen.has(id) || !canPass(regions, id)) continue;
    seen.add(id);
    for (const next of followers(regions, id)) {
      if (next === exit) return true;
      open.push(next);
    }
  }
  return false;
}

/** A choice reached where no performer is asked needs a way for that; one nobody is ever asked needs rules for all. */
function undecided(flow: Flow, { nodes }: Regions): FlowProblem[] {
  const asked = new Set<string>();
  const unasked = new Set<string>();
  const reach = (id: string, into: Set<string>) => {
    const choice = choiceAt(nodes, id);
    if (!choice || into.has(choice.id)) return;
    into.add(choice.id);
    for (const way of choice.ways) reach(way.next, into);
  };
  for (const id of [flow.start, ...flow.nodes.flatMap(startsUnasked)]) reach(id, unasked);
  for (const node of flow.nodes)
    if (node.kind === 'step' && node.step.kind !== 'wait') reach(node.next, asked);
  return flow.nodes.flatMap((node) => {
    if (node.kind !== 'choice' || isAutomatic(node)) return [];
    const decided = asked.has(node.id) && (!unasked.has(node.id) || node.otherwise !== undefined);
    return decided ? [] : [{ at: node.id, type: 'process.choice-nobody-makes' }];
  });
}

/** Where a token goes on without a performer: after a wait, a clock, a join, and into the branches of a fork. */
function startsUnasked(node: FlowNode): readonly string[] {
  if (node.kind === 'fork') return node.branches;
  if (node.kind === 'join') return [node.next];
  if (node.kind !== 'step') return [];
  if (node.step.kind === 'wait') return [node.next, ...Object.values(node.timerWays ?? {})];
  const proceeds = (node.step.timers ?? []).filter((timer) => timer.kind === 'proceed');
  return proceeds.map((timer) => node.timerWays?.[timer.key] ?? node.next);
}
