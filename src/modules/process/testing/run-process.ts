import { advance, begin } from '../core/flow/advance.ts';
import { compile } from '../core/flow/compile.ts';
import type { ProcessGraph } from '../core/flow/process-graph.ts';
import type { Step } from '../core/flow/step.ts';
import type { Advance, Decision, Token } from '../core/flow/token.ts';

export const now = new Date('2026-03-02T09:00:00+07:00');

/** The graph of a table that a test knows to be right. */
export function graphOf(...steps: Step[]): ProcessGraph {
  const compiled = compile({ steps });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusal));
  return compiled.value;
}

/** Where tokens stand. */
export const places = (tokens: readonly Token[]) => tokens.map(({ node }) => node);

/** What a history of decisions leads to. */
export function run(graph: ProcessGraph, ...decisions: Decision[]): Advance {
  let at = begin(graph, now);
  for (const decision of decisions) {
    const next = advance(graph, at.tokens, decision, now);
    if (!next.ok) throw new Error(next.refusal.type);
    at = next.value;
  }
  return at;
}

export const forward = (step: string): Decision => ({ kind: 'forward', step });
