import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { findStep, type ProcessGraph, type StepNode, type WaitNode } from './process-graph.ts';
import { allowedOutcomes } from './step.ts';
import type { Advance, Decision, ProcessFacts, StepToOpen, Token, WaitToOpen } from './token.ts';

/** Opens the first step or steps of a process. */
export function begin(graph: ProcessGraph, now: Date): Advance {
  return enter(graph, { ...nothing, tokens: [], closed: [] }, [graph.start], now);
}

/**
 * Applies one decision to the tokens of a dossier and says what opened and what closed. Refuses with
 * `process.step-not-open` (conflict) when somebody was first, `process.outcome-not-allowed`, `process.back-not-allowed`,
 * `process.timer-unknown` or `process.precondition-unmet`.
 */
export function advance(
  graph: ProcessGraph,
  tokens: readonly Token[],
  decision: Decision,
  now: Date,
  facts: ProcessFacts = {},
): Result<Advance> {
  const node = graph.nodes.get(decision.step);
  const stands = tokens.some((token) => token.node === decision.step);
  if ((node?.kind !== 'step' && node?.kind !== 'wait') || !stands)
    return refuse('conflict', 'process.step-not-open', { params: { step: decision.step } });
  if (decision.kind === 'timer') return fire(graph, tokens, node, decision.timer, now);
  if (!allows(node, decision))
    return refuse('invalid', 'process.outcome-not-allowed', {
      params: { step: node.step.name, outcome: decision.kind },
    });
  if (decision.kind === 'stop')
    return ok({ ...nothing, tokens: [], closed: tokens, completed: false, stopped: true });
  if (decision.kind === 'back') return sendBack(graph, tokens, node, decision.to, now);
  const unmet = decision.kind === 'forward' ? firstUnmet(node, facts) : undefined;
  if (unmet)
    return refuse('invalid', 'process.precondition-unmet', {
      params: { step: node.step.name, precondition: unmet },
    });
  return ok(goOn(graph, tokens, node, now));
}

function allows({ step }: StepNode | WaitNode, decision: Decision): boolean {
  if (decision.kind === 'message') return step.kind === 'wait';
  return decision.kind !== 'timer' && allowedOutcomes(step).includes(decision.kind);
}

function firstUnmet({ step }: StepNode | WaitNode, facts: ProcessFacts): string | undefined {
  if (step.kind === 'wait') return undefined;
  return step.preconditions?.find((needed) => !facts.met?.includes(needed));
}

/** Warning and escalating move nothing; proceeding is going on without a performer. */
function fire(
  graph: ProcessGraph,
  tokens: readonly Token[],
  node: StepNode | WaitNode,
  key: string,
  now: Date,
): Result<Advance> {
  const timer = node.step.timers?.find((candidate) => candidate.key === key);
  if (!timer)
    return refuse('invalid', 'process.timer-unknown', { params: { step: node.step.name, timer: key } });
  if (timer.kind === 'proceed') return ok(goOn(graph, tokens, node, now));
  return ok({ ...nothing, tokens, closed: [], completed: false, stopped: false });
}

function goOn(graph: ProcessGraph, tokens: readonly Token[], node: StepNode | WaitNode, now: Date): Advance {
  return enter(graph, { ...nothing, ...leave(tokens, new Set([node.step.key])) }, [node.next], now);
}

/** Undoes everything from the target on; a target inside a finished parallel part leaves its other branches done. */
function sendBack(
  graph: ProcessGraph,
  tokens: readonly Token[],
  from: StepNode | WaitNode,
  to: string,
  now: Date,
): Result<Advance> {
  const target = findStep(graph, to);
  if (!target || !from.backTo.includes(to))
    return refuse('invalid', 'process.back-not-allowed', { params: { step: from.step.name, to } });
  const left = leave(tokens, target.downstream);
  const restored = target.siblings.map((place) => ({ node: place, enteredAt: now }));
  return ok(enter(graph, { ...nothing, ...left, tokens: [...left.tokens, ...restored] }, [to], now));
}

interface Moving {
  readonly tokens: readonly Token[];
  readonly opened: readonly StepToOpen[];
  readonly waiting: readonly WaitToOpen[];
  readonly closed: readonly Token[];
}

const nothing = { opened: [], waiting: [] };

function leave(tokens: readonly Token[], places: ReadonlySet<string>): Pick<Moving, 'tokens' | 'closed'> {
  return {
    tokens: tokens.filter((token) => !places.has(token.node)),
    closed: tokens.filter((token) => places.has(token.node)),
  };
}

/** Moves into the given places, through forks and full joins, until every token stands still. */
function enter(graph: ProcessGraph, moving: Moving, places: readonly string[], now: Date): Advance {
  const [place, ...rest] = places;
  if (place === undefined) return { ...moving, completed: moving.tokens.length === 0, stopped: false };
  const node = graph.nodes.get(place);
  if (!node) throw new Error(`process graph has no place ${place}`);
  if (node.kind === 'end') return enter(graph, moving, rest, now);
  if (node.kind === 'fork') return enter(graph, moving, [...node.branches, ...rest], now);
  const tokens = [...moving.tokens, { node: place, enteredAt: now }];
  if (node.kind === 'step') {
    const opened = [...moving.opened, { step: node.step, enteredAt: now }];
    return enter(graph, { ...moving, tokens, opened }, rest, now);
  }
  if (node.kind === 'wait') {
    const waiting = [...moving.waiting, { step: node.step, enteredAt: now }];
    return enter(graph, { ...moving, tokens, waiting }, rest, now);
  }
  if (!node.waits.every((waited) => tokens.some((token) => token.node === waited)))
    return enter(graph, { ...moving, tokens }, rest, now);
  const joined = leave(tokens, new Set(node.waits));
  const closed = [...moving.closed, ...joined.closed.filter((token) => token.node !== place)];
  return enter(graph, { ...moving, tokens: joined.tokens, closed }, [node.next, ...rest], now);
}
