import type { Places } from './places.ts';
import type { Undo } from './process-graph.ts';
import { allBefore, leaders, membersWithin } from './region-ways.ts';
import type { Region, Regions } from './regions.ts';

/**
 * The earlier steps a dossier may be sent back to from a step, nearest first, and what that undoes: all that stands in
 * the innermost region that holds both. Never past a step that issues a result: what has been numbered is not undone.
 */
export function backTargets(regions: Regions, places: Places, id: string): ReadonlyMap<string, Undo> {
  const targets = new Map<string, Undo>();
  for (let at = id; ; ) {
    const region = regions.regionOf.get(at);
    if (!region) return targets;
    const { reachable, issued } = undoable(regions, region, at);
    const leaves = places.within(region);
    for (const step of reachable.flatMap((member) => stepsWithin(regions, member)))
      if (!targets.has(step.key) && step.id !== id)
        targets.set(step.key, { leaves, restores: besides(regions, places, region, step.id) });
    if (!region.block || issued || issuesBeside(regions, region)) return targets;
    at = region.block.fork;
  }
}

/** Members before a place with nothing issued between; `issued` when something was, on any way. */
function undoable(
  regions: Regions,
  region: Region,
  place: string,
): { readonly reachable: readonly string[]; readonly issued: boolean } {
  const before = leaders(regions, region);
  const earlier = [...allBefore(before, place)].filter((id) => id !== place);
  const issues = earlier.filter((id) => issuesWithin(regions, id));
  const kept = new Set(issues.flatMap((id) => [id, ...allBefore(before, id)]));
  return { reachable: earlier.filter((id) => !kept.has(id)), issued: issues.length > 0 };
}

function issuesBeside(regions: Regions, branch: Region): boolean {
  const others = (branch.block?.branches ?? []).filter((other) => other !== branch);
  return others.some((other) => other.members.some((id) => issuesWithin(regions, id)));
}

function issuesWithin(regions: Regions, member: string): boolean {
  return idsWithin(regions, member).some((id) => {
    const node = regions.nodes.get(id);
    return node?.kind === 'step' && node.step.kind === 'issue';
  });
}

/** The performed steps of a member: itself, or all of a parallel part. */
function stepsWithin(regions: Regions, member: string): { readonly id: string; readonly key: string }[] {
  return idsWithin(regions, member).flatMap((id) => {
    const node = regions.nodes.get(id);
    return node?.kind === 'step' && node.step.kind !== 'wait' ? [{ id, key: node.step.key }] : [];
  });
}

function idsWithin(regions: Regions, member: string): readonly string[] {
  const branches = regions.blocks.get(member)?.branches ?? [];
  return [member, ...branches.flatMap((branch) => membersWithin(regions, branch))];
}

/** Arrival places of the branches beside a step, in every parallel part between the region and the step. */
function besides(regions: Regions, places: Places, region: Region, step: string): readonly string[] {
  const restored: string[] = [];
  let at = regions.regionOf.get(step);
  while (at && at !== region && at.block) {
    const own = places.arrival(at);
    restored.push(...places.arrivals(at.block).filter((place) => place !== own));
    at = at.block.region;
  }
  return restored;
}
