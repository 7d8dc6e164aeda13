import type { Performer, ProcessGraph } from '../../process/public.ts';

/** Who does the next performed step after a wait, through further waits; undefined before a fork, a choice or the end. */
export function nextPerformer(graph: ProcessGraph, waitKey: string): Performer | undefined {
  const seen = new Set<string>();
  let node = graph.nodes.get(waitKey);
  while (node?.kind === 'wait' && !seen.has(node.next)) {
    seen.add(node.next);
    node = graph.nodes.get(node.next);
  }
  return node?.kind === 'step' ? node.step.performer : undefined;
}
