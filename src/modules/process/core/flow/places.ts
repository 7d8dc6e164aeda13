import { endPlace } from './process-graph.ts';
import { allRegions, membersWithin } from './region-ways.ts';
import type { Block, Region, Regions } from './regions.ts';

/** Names of the places of a graph. Those that tokens stand on are stored with dossiers: they must not change. */
export interface Places {
  /** The place of a node, seen from where a way leads to it; merges are passed through. */
  at(id: string, from: Region): string;
  /** The arrival places of the branches of a block that hold anything. */
  arrivals(block: Block): readonly string[];
  arrival(branch: Region): string;
  /** Every place on which a token of this region can stand. */
  within(region: Region): ReadonlySet<string>;
}

/** Names every place of a sound flow. */
export function namePlaces(regions: Regions): Places {
  const { nodes, blocks, regionOf } = regions;
  const names = new Map<Region, string>();
  for (const region of allRegions(regions))
    if (region.block) names.set(region, `arrived:${nameOf(regions, region)}`);
  const arrival = (branch: Region) => names.get(branch) ?? endPlace;
  const arrivals = (block: Block) =>
    block.branches.filter((branch) => branch.members.length > 0).map(arrival);

  function at(id: string, from: Region): string {
    const node = nodes.get(id);
    if (!node) throw new Error(`flow has no node ${id}`);
    if (node.kind === 'merge') return at(node.next, from);
    if (node.kind === 'join') return arrival(from);
    if (node.kind === 'end') return endPlace;
    if (node.kind === 'step') return node.step.key;
    const block = blocks.get(id);
    if (block && arrivals(block).length === 0) return at(block.next, from);
    return `${node.kind}:${id}`;
  }

  function within(region: Region): ReadonlySet<string> {
    return new Set(
      membersWithin(regions, region).flatMap((id) => {
        const node = nodes.get(id);
        const block = blocks.get(id);
        if (block) return arrivals(block);
        return node?.kind === 'step' ? [at(id, regionOf.get(id) ?? region)] : [];
      }),
    );
  }

  return { at, arrival, arrivals, within };
}

/** A branch is named after the first step on its first way, led by `fork:` where that lies in a nested parallel part. */
function nameOf(regions: Regions, branch: Region): string {
  let led = '';
  const seen = new Set<string>();
  for (let id = branch.entry; !seen.has(id); ) {
    seen.add(id);
    const node = regions.nodes.get(id);
    if (node?.kind === 'step') return led + node.step.key;
    if (node?.kind === 'fork') {
      led += 'fork:';
      id = node.branches[0] ?? '';
    } else if (node?.kind === 'choice') id = node.ways[0]?.next ?? '';
    else if (node?.kind === 'merge' || node?.kind === 'service') id = node.next;
  }
  return branch.entry;
}
