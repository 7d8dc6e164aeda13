import { ok, type Result, refuseField } from '../../../../kernel/result.ts';
import { wayOf } from './enter.ts';
import type { ProcessGraph, StepNode } from './process-graph.ts';
import type { PassedService, ProcessFacts } from './token.ts';

/** The place a performer's decision leads to, through the choices he named a way at; refuses a missing or unknown name. */
export function nameWay(
  graph: ProcessGraph,
  from: StepNode,
  name: string | undefined,
  facts: ProcessFacts,
): Result<{ readonly places: readonly string[]; readonly passed: readonly PassedService[] }> {
  const step = from.step.name;
  const field = (type: string) => refuseField('/choice', type, { params: { step } });
  if (name !== undefined && !from.asks.some((way) => way.key === name))
    return field('process.choice-unknown');
  const passed: PassedService[] = [];
  for (let place = from.next; ; ) {
    const node = graph.nodes.get(place);
    if (node?.kind === 'service') {
      passed.push({ key: node.key, name: node.name });
      place = node.next;
    } else if (node?.kind !== 'choice') return ok({ places: [place], passed });
    else if (node.automatic) place = wayOf(node, facts);
    else {
      const way = node.ways.find((candidate) => name !== undefined && candidate.names.has(name));
      if (!way) return field('process.choice-needed');
      place = way.next;
    }
  }
}
