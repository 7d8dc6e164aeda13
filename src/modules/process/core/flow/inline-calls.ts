import type { CallFlow, Flow, FlowNode, FlowProblem } from './flow.ts';

/** The pinned flow of a called process; undefined when there is none. */
export type ResolveCall = (process: string) => Flow | undefined;

export type InlinedFlow =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly problems: readonly FlowProblem[] };

/** More nodes than any real process has; a diagram of calls that double each other is refused here. */
export const mostNodes = 2000;

/**
 * Replaces every call by the steps of the called process, their keys led by the call's own (`goi-y-kien.tham-dinh`), at
 * publication: a running dossier then stands in one flow that never changes. Refuses an unknown process, one that calls
 * itself, and a flow that grows too large.
 */
export function inlineCalls(flow: Flow, resolve: ResolveCall, within: readonly string[] = []): InlinedFlow {
  const nodes: FlowNode[] = [];
  const problems: FlowProblem[] = [];
  for (const node of flow.nodes) {
    const called = node.kind === 'call' ? inlineCall(node, resolve, within) : [node];
    if (typeof called === 'string') problems.push({ at: node.id, type: called });
    else nodes.push(...called);
    if (nodes.length > mostNodes) return tooLarge(node.id);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, flow: { start: flow.start, nodes } };
}

function tooLarge(at: string): InlinedFlow {
  return { ok: false, problems: [{ at, type: 'process.flow-too-large' }] };
}

function inlineCall(
  call: CallFlow,
  resolve: ResolveCall,
  within: readonly string[],
): readonly FlowNode[] | string {
  if (within.includes(call.process)) return 'process.call-loops';
  const called = resolve(call.process);
  if (!called) return 'process.call-unresolved';
  const inner = inlineCalls(called, resolve, [...within, call.process]);
  if (!inner.ok) return inner.problems[0]?.type ?? 'process.call-unresolved';
  const own = (id: string) => `${call.id}.${id}`;
  const entry: FlowNode = { id: call.id, kind: 'merge', next: own(inner.flow.start) };
  return [entry, ...inner.flow.nodes.map((node) => led(node, own, call.next))];
}

/** A node of the called process in the caller's flow; its ends lead on. */
function led(node: FlowNode, own: (id: string) => string, behind: string): FlowNode {
  const id = own(node.id);
  switch (node.kind) {
    case 'end':
      return { id, kind: 'merge', next: behind };
    case 'fork':
      return { ...node, id, branches: node.branches.map(own) };
    case 'choice':
      return {
        ...node,
        id,
        ways: node.ways.map((way) => ({ ...way, key: own(way.key), next: own(way.next) })),
        ...(node.otherwise === undefined ? {} : { otherwise: own(node.otherwise) }),
      };
    case 'step': {
      const timerWays = Object.entries(node.timerWays ?? {}).map(([key, next]) => [key, own(next)]);
      return {
        ...node,
        id,
        step: { ...node.step, key: own(node.step.key) },
        next: own(node.next),
        ...(node.timerWays && { timerWays: Object.fromEntries(timerWays) }),
      };
    }
    default:
      return { ...node, id, next: own(node.next) };
  }
}
