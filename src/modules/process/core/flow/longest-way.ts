import { type Flow, type FlowNode, waysOf } from './flow.ts';

/**
 * Working hours of the longest way through a flow: branches run side by side, of alternatives the longest counts, a loop
 * once. Waits are not counted: another's limit, or the clock stands still.
 */
export function longestHours(flow: Flow): number {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const known = new Map<string, number>();
  const path = new Set<string>();
  const from = (id: string): number => {
    const done = known.get(id);
    if (done !== undefined) return done;
    const node = nodes.get(id);
    if (!node || path.has(id)) return 0;
    path.add(id);
    const sum = hoursOf(node) + Math.max(0, ...waysOf(node).map(from));
    path.delete(id);
    known.set(id, sum);
    return sum;
  };
  return from(flow.start);
}

function hoursOf(node: FlowNode): number {
  return node.kind === 'step' && node.step.kind !== 'wait' ? node.step.hours : 0;
}

/** Everything that can be reached from a node, the node itself only by a loop; `past` is not gone through. */
export function reachable(
  flow: Flow,
  from: string,
  past: (node: FlowNode) => boolean = () => false,
): ReadonlySet<string> {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const found = new Set<string>();
  const first = nodes.get(from);
  const open = first && !past(first) ? [...waysOf(first)] : [];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const node = nodes.get(id);
    if (!node || found.has(id)) continue;
    found.add(id);
    if (!past(node)) open.push(...waysOf(node));
  }
  return found;
}
