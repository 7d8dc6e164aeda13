import { waysOf } from './flow.ts';
import type { Region, Regions } from './regions.ts';

/** Where a region is left: the end of the process, or the join of its parallel part. */
export const exit = Symbol('exit');

/** What follows a member inside its region; a parallel part counts as one member. */
export function followers({ nodes, blocks }: Regions, id: string): readonly (string | typeof exit)[] {
  const node = nodes.get(id);
  if (!node) return [];
  const block = blocks.get(id);
  if (node.kind === 'end') return [exit];
  const targets = node.kind === 'fork' ? (block ? [block.next] : []) : waysOf(node);
  return targets.map((target) => (nodes.get(target)?.kind === 'join' ? exit : target));
}

/** What comes before each member inside a region. */
export function leaders(
  regions: Regions,
  region: Region,
): ReadonlyMap<string | typeof exit, readonly string[]> {
  const before = new Map<string | typeof exit, string[]>();
  for (const id of region.members)
    for (const follower of new Set(followers(regions, id)))
      before.set(follower, [...(before.get(follower) ?? []), id]);
  return before;
}

/** Everything that comes before a place in its region, nearest first; the place itself only if it lies on a loop. */
export function allBefore(
  before: ReadonlyMap<string | typeof exit, readonly string[]>,
  place: string | typeof exit,
): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(before.get(place) ?? [])];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(before.get(id) ?? []));
  }
  return found;
}

/** All regions, a region before those nested in it. */
export function allRegions({ top, blocks }: Regions): readonly Region[] {
  return [top, ...[...blocks.values()].flatMap((block) => block.branches)];
}

/** Every node of a region and of what is nested in it. */
export function membersWithin({ blocks }: Pick<Regions, 'blocks'>, region: Region): readonly string[] {
  return region.members.flatMap((id) => [
    id,
    ...(blocks.get(id)?.branches ?? []).flatMap((branch) => membersWithin({ blocks }, branch)),
  ]);
}
