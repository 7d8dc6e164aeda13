import { type Flow, type FlowNode, type FlowProblem, type ForkFlow, waysOf } from './flow.ts';

/**
 * A part of a flow in which exactly one token moves: the whole process, or one branch of a parallel part. That every
 * node lies in one region and every fork has one join is what keeps tokens from being lost or doubled.
 */
export interface Region {
  /** The parallel part this is a branch of; undefined for the whole process. */
  readonly block: Block | undefined;
  readonly entry: string;
  /** Nodes of this region itself; a nested parallel part is there by its fork. */
  readonly members: string[];
}

export interface Block {
  readonly fork: string;
  readonly region: Region;
  readonly branches: Region[];
  join: string;
  next: string;
}

export interface Regions {
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly top: Region;
  readonly regionOf: ReadonlyMap<string, Region>;
  /** By the id of the fork. */
  readonly blocks: ReadonlyMap<string, Block>;
  readonly problems: readonly FlowProblem[];
}

/** Divides a flow into its regions, and names the places where it cannot be divided. Ways lead to existing nodes. */
export function findRegions(flow: Flow): Regions {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const regionOf = new Map<string, Region>();
  const blocks = new Map<string, Block>();
  const problems: FlowProblem[] = [];
  const incoming = countIncoming(flow);
  const refuse = (at: string, type: string) => problems.push({ at, type });

  /** Walks a region from its entry; gives the joins it arrives at, one for each way in. */
  function explore(region: Region): readonly string[] {
    const exits: string[] = [];
    const open = [region.entry];
    for (let id = open.shift(); id !== undefined; id = open.shift()) {
      const node = nodes.get(id);
      if (node?.kind === 'join') exits.push(id);
      else if (node && regionOf.has(id)) {
        if (regionOf.get(id) !== region) refuse(id, 'process.flow-crosses-branches');
      } else if (node) {
        regionOf.set(id, region);
        region.members.push(id);
        if (node.kind === 'end' && region.block) refuse(id, 'process.flow-ends-in-branch');
        open.push(...(node.kind === 'fork' ? exploreBlock(region, node) : waysOf(node)));
      }
    }
    return exits;
  }

  /** Walks all branches of a fork; gives what follows its join, nothing when they do not meet in one. */
  function exploreBlock(region: Region, fork: ForkFlow): readonly string[] {
    const block: Block = { fork: fork.id, region, branches: [], join: '', next: '' };
    const before = problems.length;
    const exits = fork.branches.map((entry) => {
      const branch: Region = { block, entry, members: [] };
      block.branches.push(branch);
      return explore(branch);
    });
    const [join, ...others] = [...new Set(exits.flat())];
    const met = join === undefined ? undefined : nodes.get(join);
    if (met?.kind !== 'join' || others.length > 0) {
      refuse(fork.id, 'process.fork-without-join');
      return [];
    }
    const whole = exits.every((exit) => exit.length === 1) && incoming.get(met.id) === exits.length;
    // Branches that cross have been named already; their join is only wrong because of that.
    if (!whole && problems.length === before) refuse(met.id, 'process.join-unmatched');
    regionOf.set(met.id, region);
    block.join = met.id;
    block.next = met.next;
    blocks.set(fork.id, block);
    return [met.next];
  }

  const top: Region = { block: undefined, entry: flow.start, members: [] };
  for (const join of new Set(explore(top))) refuse(join, 'process.join-without-fork');
  for (const { id } of flow.nodes)
    if (!regionOf.has(id) && problems.length === 0) refuse(id, 'process.flow-unreachable');
  return { nodes, top, regionOf, blocks, problems };
}

function countIncoming(flow: Flow): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of flow.nodes.flatMap(waysOf)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
