import type { Flow, FlowNode } from '../flow/flow.ts';
import { guessPerformer } from './guess.ts';
import type { Reading } from './reading.ts';

/**
 * A gateway behind a join, a wait or a clock whose conditions are not evaluated asks nobody. Somebody must decide there:
 * it becomes a step of its own before the ways part, its performer guessed and to be confirmed.
 */
export function askAtGateways(reading: Reading, flow: Flow, gateways: ReadonlySet<string>): Flow {
  return { ...flow, nodes: flow.nodes.flatMap((node) => asked(reading, node, gateways)) };
}

function asked(reading: Reading, node: FlowNode, gateways: ReadonlySet<string>): readonly FlowNode[] {
  if (node.kind !== 'choice' || !gateways.has(node.id)) return [node];
  const { id } = node;
  const entry = reading.accepted.find((known) => known.id === id);
  const name = entry?.name ?? node.ways.map(({ label }) => label).join(' / ');
  const performer = guessPerformer(reading.lanes.get(id), name);
  reading.guesses.push({ at: id, what: 'performer' });
  const choice = `${id}.choice`;
  return [
    { id, kind: 'step', step: { key: id, name, kind: 'work', hours: 0, performer }, next: choice },
    { ...node, id: choice },
  ];
}
