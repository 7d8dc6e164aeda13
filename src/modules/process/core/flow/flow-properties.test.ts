import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryProcess, build, type Part, type Shape } from '../../testing/arbitrary-flow.ts';
import { advance, begin } from './advance.ts';
import { compileFlow } from './compile-flow.ts';
import { inlineCalls } from './inline-calls.ts';
import type { ProcessGraph } from './process-graph.ts';
import { allowedOutcomes } from './step.ts';
import type { Advance, Decision, ProcessFacts, Token } from './token.ts';

const now = new Date('2026-03-02T09:00:00+07:00');
const later = new Date('2026-03-02T10:00:00+07:00');
const facts = fc.constantFrom<ProcessFacts>({ case: 'a' }, { case: 'b' }, {});
const picks = fc.array(fc.nat(), { maxLength: 60 });

function graphOf(part: Part): { readonly graph: ProcessGraph; readonly shape: Shape } {
  const { flow, called, shape } = build(part);
  const inlined = inlineCalls(flow, (process) => called.get(process));
  if (!inlined.ok) throw new Error(JSON.stringify(inlined.problems));
  const compiled = compileFlow(inlined.flow);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return { graph: compiled.graph, shape };
}

/** Every decision somebody could try on the places where tokens stand. */
function conceivable(graph: ProcessGraph, tokens: readonly Token[]): Decision[] {
  return tokens.flatMap(({ node: place }): Decision[] => {
    const node = graph.nodes.get(place);
    if (node?.kind !== 'step' && node?.kind !== 'wait') return [];
    const fired = (node.step.timers ?? []).map(
      (timer): Decision => ({ kind: 'timer', step: place, timer: timer.key }),
    );
    const stop: Decision[] = allowedOutcomes(node.step).includes('stop')
      ? [{ kind: 'stop', step: place }]
      : [];
    if (node.kind === 'wait') return [{ kind: 'message', step: place }, ...fired, ...stop];
    const ways = node.asks.map(({ key }): Decision => ({ kind: 'forward', step: place, choice: key }));
    const back = node.backTo.map((to): Decision => ({ kind: 'back', step: place, to }));
    return [
      ...(ways.length > 0 ? ways : [{ kind: 'forward' as const, step: place }]),
      ...fired,
      ...back,
      ...stop,
    ];
  });
}

function possible(graph: ProcessGraph, tokens: readonly Token[], known: ProcessFacts): Advance[] {
  return conceivable(graph, tokens).flatMap((decision) => {
    const next = advance(graph, tokens, decision, later, known);
    return next.ok ? [next.value] : [];
  });
}

/** How many tokens stand in a part, told from the tree alone; a parallel part counts once and must be whole. */
function standingIn(shape: Shape, stands: ReadonlySet<string>): number {
  if (shape.kind === 'place') return Number(stands.has(shape.node));
  if (shape.kind === 'one') return shape.of.reduce((sum, part) => sum + standingIn(part, stands), 0);
  const counts = shape.of.map(
    ({ inside, arrival }) => standingIn(inside, stands) + Number(stands.has(arrival)),
  );
  if (counts.every((count) => count === 0)) return 0;
  expect(counts, 'one token in every branch').toEqual(counts.map(() => 1));
  return 1;
}

function checkState(shape: Shape, at: Advance): void {
  const stands = new Set(at.tokens.map(({ node }) => node));
  expect(stands.size, 'no place twice').toBe(at.tokens.length);
  expect(standingIn(shape, stands)).toBe(at.tokens.length === 0 ? 0 : 1);
  expect(at.tokens.length === 0).toBe(at.completed || at.stopped);
}

function checkMove(graph: ProcessGraph, before: readonly Token[], after: Advance): void {
  for (const token of before) expect(after.closed.includes(token)).toBe(!after.tokens.includes(token));
  for (const token of after.closed) expect(before).toContain(token);
  const fresh = after.tokens.filter((token) => !before.includes(token)).map(({ node }) => node);
  const reached = [...after.opened, ...after.waiting].map(({ step }) => step.key);
  expect(reached.sort()).toEqual(
    fresh.filter((place) => ['step', 'wait'].includes(graph.nodes.get(place)?.kind ?? '')).sort(),
  );
}

/** Lets the picks choose among what is possible, as far as they go or the process ends. */
function play(graph: ProcessGraph, shape: Shape, chosen: readonly number[], known: ProcessFacts): Advance[] {
  const history = [begin(graph, now, known)];
  for (const pick of chosen) {
    const at = history.at(-1);
    if (!at || at.tokens.length === 0) break;
    const nexts = possible(graph, at.tokens, known);
    const next = nexts[pick % nexts.length];
    if (!next) throw new Error('somebody stands where nothing can be decided');
    checkMove(graph, at.tokens, next);
    checkState(shape, next);
    history.push(next);
  }
  return history;
}

/** Looks for some sequence of decisions that ends the process by its last step. */
function canEnd(graph: ProcessGraph, from: Advance, known: ProcessFacts): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.completed) return true;
    const state = at.tokens
      .map(({ node }) => node)
      .sort()
      .join();
    if (seen.has(state)) continue;
    seen.add(state);
    open.push(...possible(graph, at.tokens, known).filter((next) => !next.stopped));
  }
  return false;
}

describe('over random structured processes and actors', () => {
  test('no token is lost or doubled, and no step is open twice', () => {
    const holds = fc.property(arbitraryProcess, picks, facts, (part, chosen, known) => {
      const { graph, shape } = graphOf(part);
      checkState(shape, begin(graph, now, known));
      play(graph, shape, chosen, known);
    });
    fc.assert(holds, { numRuns: 4_000, seed: 11 });
  });

  test('no dead end: from wherever actors leave it, some sequence completes it', () => {
    const holds = fc.property(arbitraryProcess, picks, facts, (part, chosen, known) => {
      const { graph, shape } = graphOf(part);
      const at = play(graph, shape, chosen, known).at(-1);
      if (at && !at.stopped) expect(canEnd(graph, at, known)).toBe(true);
    });
    fc.assert(holds, { numRuns: 1_500, seed: 12 });
  });

  test('the same history gives the same state, also with a graph compiled anew', () => {
    const holds = fc.property(arbitraryProcess, picks, facts, (part, chosen, known) => {
      const once = graphOf(part);
      const again = graphOf(part);
      expect(play(again.graph, again.shape, chosen, known)).toEqual(
        play(once.graph, once.shape, chosen, known),
      );
    });
    fc.assert(holds, { numRuns: 500, seed: 13 });
  });

  test('a decision counts once: given again to what it left, it is refused', () => {
    const holds = fc.property(arbitraryProcess, picks, facts, (part, chosen, known) => {
      const { graph, shape } = graphOf(part);
      for (const at of play(graph, shape, chosen, known))
        for (const decision of conceivable(graph, at.tokens)) {
          const first = advance(graph, at.tokens, decision, later, known);
          if (!first.ok || first.value.tokens.some(({ node }) => node === decision.step)) continue;
          expect(advance(graph, first.value.tokens, decision, later, known)).toMatchObject({
            refusal: { kind: 'conflict', type: 'process.step-not-open' },
          });
        }
    });
    fc.assert(holds, { numRuns: 300, seed: 14 });
  });
});
