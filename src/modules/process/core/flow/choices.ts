import type { ChoiceFlow, FlowNode, Way } from './flow.ts';

type Nodes = ReadonlyMap<string, FlowNode>;

/** Decided by rules alone: nobody is asked. */
export function isAutomatic(choice: ChoiceFlow): boolean {
  return (
    choice.otherwise !== undefined &&
    choice.ways.every((way) => way.when !== undefined || way.key === choice.otherwise)
  );
}

/** The choice a way leads to without a stop; undefined when it leads to anything else first. */
export function choiceAt(nodes: Nodes, id: string): ChoiceFlow | undefined {
  const node = nodes.get(id);
  if (node?.kind === 'choice') return node;
  return node?.kind === 'merge' || node?.kind === 'service' ? choiceAt(nodes, node.next) : undefined;
}

/** The ways somebody can name at a choice; of one that leads straight to another choice, the other's. */
export function namedWays(nodes: Nodes, choice: ChoiceFlow): readonly Way[] {
  return choice.ways.flatMap((way) => waysUnder(nodes, way));
}

/** The ways named under one way: itself, unless it leads straight to a further choice. */
export function waysUnder(nodes: Nodes, way: Way): readonly Way[] {
  const further = choiceAt(nodes, way.next);
  return further && !isAutomatic(further) ? namedWays(nodes, further) : [way];
}
