import type { ChoiceNode, ProcessGraph } from './process-graph.ts';
import { ruleHolds } from './rule-holds.ts';
import type { Advance, PassedService, ProcessFacts, StepToOpen, Token, WaitToOpen } from './token.ts';

/** Tokens that stay, the places to move into, and what was passed on the way there. */
export interface Move {
  readonly kept: readonly Token[];
  readonly places: readonly string[];
  readonly passed?: readonly PassedService[];
}

/** Moves into the given places, through forks, choices and full joins, until every token stands still. */
export function enter(
  graph: ProcessGraph,
  before: readonly Token[],
  move: Move,
  now: Date,
  facts: ProcessFacts,
): Advance {
  let tokens = [...move.kept];
  const opened: StepToOpen[] = [];
  const waiting: WaitToOpen[] = [];
  const passed = [...(move.passed ?? [])];
  const open = [...move.places];
  for (let place = open.shift(); place !== undefined; place = open.shift()) {
    const node = graph.nodes.get(place);
    if (!node) throw new Error(`process graph has no place ${place}`);
    if (node.kind === 'fork') open.unshift(...node.branches);
    else if (node.kind === 'choice') open.unshift(wayOf(node, facts));
    else if (node.kind === 'service') {
      passed.push({ key: node.key, name: node.name });
      open.unshift(node.next);
    } else if (node.kind !== 'end') {
      tokens.push({ node: place, enteredAt: now });
      if (node.kind === 'step') opened.push({ step: node.step, enteredAt: now });
      else if (node.kind === 'wait') waiting.push({ step: node.step, enteredAt: now });
      else if (node.waits.every((waited) => tokens.some((token) => token.node === waited))) {
        tokens = tokens.filter((token) => !node.waits.includes(token.node));
        open.unshift(node.next);
      }
    }
  }
  const closed = before.filter((token) => !tokens.includes(token));
  return { tokens, opened, waiting, passed, closed, completed: tokens.length === 0, stopped: false };
}

/** The first way whose rule holds, else the one that holds otherwise: `compileFlow` has proved that there is one. */
export function wayOf(node: ChoiceNode, facts: ProcessFacts): string {
  const way =
    node.ways.find((candidate) => candidate.when && ruleHolds(candidate.when, facts)) ??
    node.ways.find((candidate) => candidate.key === node.otherwise);
  if (!way) throw new Error('a choice that nobody makes has no way on');
  return way.next;
}
