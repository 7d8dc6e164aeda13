import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { findStep, type ProcessGraph, type StepNode } from './process-graph.ts';
import { allowedOutcomes } from './step.ts';
import type { Advance, Decision, StepToOpen, Token } from './token.ts';

/** Opens the first step or steps of a process. */
export function begin(graph: ProcessGraph, now: Date): Advance {
  return enter(graph, { tokens: [], opened: [], closed: [] }, [graph.start], now);
}

/**
 * Applies one decision to the tokens of a dossier and says what opened and what closed. Refuses with
 * `process.step-not-open` (conflict) when somebody was first, `process.outcome-not-allowed` or `process.back-not-allowed`.
 */
export function advance(
  graph: ProcessGraph,
  tokens: readonly Token[],
  decision: Decision,
  now: Date,
): Result<Advance> {
  const node = findStep(graph, decision.step);
  if (!node || !tokens.some((token) => token.node === decision.step))
    return refuse('conflict', 'process.step-not-open', { params: { step: decision.step } });
  if (!allowedOutcomes(node.step).includes(decision.kind))
    return refuse('invalid', 'process.outcome-not-allowed', {
      params: { step: node.step.name, outcome: decision.kind },
    });
  if (decision.kind === 'stop')
    return ok({ tokens: [], opened: [], closed: tokens, completed: false, stopped: true });
  if (decision.kind === 'back') return sendBack(graph, tokens, node, decision.to, now);
  return ok(enter(graph, { ...leave(tokens, new Set([decision.step])), opened: [] }, [node.next], now));
}

/** Undoes everything from the target on; a target inside a finished parallel part leaves its other branches done. */
function sendBack(
  graph: ProcessGraph,
  tokens: readonly Token[],
  from: StepNode,
  to: string,
  now: Date,
): Result<Advance> {
  const target = findStep(graph, to);
  if (!target || !from.backTo.includes(to))
    return refuse('invalid', 'process.back-not-allowed', { params: { step: from.step.name, to } });
  const left = leave(tokens, target.downstream);
  const restored = target.siblings.map((place) => ({ node: place, enteredAt: now }));
  return ok(enter(graph, { ...left, tokens: [...left.tokens, ...restored], opened: [] }, [to], now));
}

interface Moving {
  readonly tokens: readonly Token[];
  readonly opened: readonly StepToOpen[];
  readonly closed: readonly Token[];
}

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
  if (!node.waits.every((waited) => tokens.some((token) => token.node === waited)))
    return enter(graph, { ...moving, tokens }, rest, now);
  const joined = leave(tokens, new Set(node.waits));
  const closed = [...moving.closed, ...joined.closed.filter((token) => token.node !== place)];
  return enter(graph, { ...moving, tokens: joined.tokens, closed }, [node.next, ...rest], now);
}
