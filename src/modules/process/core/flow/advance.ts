import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { enter } from './enter.ts';
import { nameWay } from './name-way.ts';
import type { ProcessGraph, StepNode, WaitNode } from './process-graph.ts';
import { allowedOutcomes } from './step.ts';
import type { Advance, Decision, ProcessFacts, Token } from './token.ts';

/** Opens the first step or steps of a process. */
export function begin(graph: ProcessGraph, now: Date, facts: ProcessFacts = {}): Advance {
  return enter(graph, [], { kept: [], places: [graph.start] }, now, facts);
}

/**
 * Applies one decision to the tokens of a dossier and says what opened and what closed. Refuses with
 * `process.step-not-open` (conflict) when somebody was first, `process.outcome-not-allowed`, `process.back-not-allowed`,
 * `process.timer-unknown`, `process.precondition-unmet`, `process.choice-needed` or `process.choice-unknown`.
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
  const step = node.step.name;
  const kept = tokens.filter((token) => token.node !== decision.step);
  const goTo = (place: string, ...more: Token[]) =>
    ok(enter(graph, tokens, { kept: [...kept, ...more], places: [place] }, now, facts));
  if (decision.kind === 'timer') {
    const timer = node.step.timers?.find(({ key }) => key === decision.timer);
    if (!timer)
      return refuse('invalid', 'process.timer-unknown', { params: { step, timer: decision.timer } });
    if (timer.kind === 'proceed') return goTo(node.timerWays.get(timer.key) ?? node.next);
    return ok(enter(graph, tokens, { kept: tokens, places: [] }, now, facts));
  }
  if (!allows(node, decision.kind))
    return refuse('invalid', 'process.outcome-not-allowed', { params: { step, outcome: decision.kind } });
  if (decision.kind === 'stop') return ok({ ...enter(graph, tokens, none, now, facts), ...stopped });
  if (node.kind === 'wait') return goTo(node.next);
  if (decision.kind === 'back') return sendBack(graph, tokens, node, decision.to, now);
  const unmet = node.step.preconditions?.find((needed) => !facts.met?.includes(needed));
  if (unmet)
    return refuse('invalid', 'process.precondition-unmet', { params: { step, precondition: unmet } });
  const way = nameWay(graph, node, decision.kind === 'forward' ? decision.choice : undefined, facts);
  if (!way.ok) return way;
  return ok(enter(graph, tokens, { kept, ...way.value }, now, facts));
}

const none = { kept: [], places: [] };
const stopped = { completed: false, stopped: true };

function allows({ step }: StepNode | WaitNode, kind: 'forward' | 'back' | 'stop' | 'message'): boolean {
  return kind === 'message' ? step.kind === 'wait' : allowedOutcomes(step).includes(kind);
}

/** Undoes everything from the target on; a target inside a finished parallel part leaves its other branches done. */
function sendBack(
  graph: ProcessGraph,
  tokens: readonly Token[],
  from: StepNode,
  to: string,
  now: Date,
): Result<Advance> {
  const undo = from.undo.get(to);
  if (!undo) return refuse('invalid', 'process.back-not-allowed', { params: { step: from.step.name, to } });
  const kept = tokens.filter((token) => !undo.leaves.has(token.node));
  const restored = undo.restores.map((node) => ({ node, enteredAt: now }));
  return ok(enter(graph, tokens, { kept: [...kept, ...restored], places: [to] }, now, {}));
}
