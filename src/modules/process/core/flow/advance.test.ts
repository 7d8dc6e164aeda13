import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aStep } from '../../testing/builders.ts';
import { forward, graphOf, now, places, run } from '../../testing/run-process.ts';
import { advance, begin } from './advance.ts';
import type { ProcessGraph } from './process-graph.ts';
import { findStep } from './process-graph.ts';
import { allowedOutcomes, type PerformedStep } from './step.ts';
import type { Advance, Decision, Token } from './token.ts';

const five = graphOf(
  aStep({ key: 'tiep-nhan', kind: 'intake' }),
  aStep({ key: 'thu-ly' }),
  aStep({ key: 'ky', kind: 'sign' }),
  aStep({ key: 'phat-hanh', kind: 'issue' }),
  aStep({ key: 'tra', kind: 'return', hours: 0 }),
);

const parallel = graphOf(
  aStep({ key: 'tiep-nhan', kind: 'intake' }),
  aStep({ key: 'y-kien-a', together: 'y-kien' }),
  aStep({ key: 'y-kien-b', together: 'y-kien' }),
  aStep({ key: 'tong-hop' }),
  aStep({ key: 'tra', kind: 'return', hours: 0 }),
);

describe('advance', () => {
  test('a commune process goes through its five steps', () => {
    const begun = begin(five, now);
    expect(begun.opened.map(({ step }) => step.key)).toEqual(['tiep-nhan']);
    const done = run(five, ...['tiep-nhan', 'thu-ly', 'ky', 'phat-hanh', 'tra'].map(forward));
    expect(done).toEqual({
      tokens: [],
      opened: [],
      waiting: [],
      passed: [],
      closed: [{ node: 'tra', enteredAt: now }],
      completed: true,
      stopped: false,
    });
  });

  test('the second of two people completing one step is refused', () => {
    const after = run(five, forward('tiep-nhan'));
    expect(advance(five, after.tokens, forward('tiep-nhan'), now)).toMatchObject({
      refusal: { kind: 'conflict', type: 'process.step-not-open' },
    });
  });

  test('a leader sends back to the specialist, who goes on from there', () => {
    const back = run(five, forward('tiep-nhan'), forward('thu-ly'), {
      kind: 'back',
      step: 'ky',
      to: 'thu-ly',
    });
    expect(places(back.tokens)).toEqual(['thu-ly']);
    expect(places(back.closed)).toEqual(['ky']);
    expect(places(run(five, forward('tiep-nhan'), forward('thu-ly')).tokens)).toEqual(['ky']);
  });

  test('what has been numbered and issued is neither sent back nor stopped', () => {
    const after = run(five, ...['tiep-nhan', 'thu-ly', 'ky', 'phat-hanh'].map(forward));
    for (const decision of [
      { kind: 'back', step: 'tra', to: 'ky' },
      { kind: 'stop', step: 'tra' },
    ] as const)
      expect(advance(five, after.tokens, decision, now)).toMatchObject({
        refusal: { type: 'process.outcome-not-allowed' },
      });
    const checking = graphOf(
      aStep({ key: 'phat-hanh', kind: 'issue' }),
      aStep({ key: 'doi-chieu', outcomes: ['forward', 'back'] }),
    );
    const later = run(checking, forward('phat-hanh'));
    expect(
      advance(checking, later.tokens, { kind: 'back', step: 'doi-chieu', to: 'phat-hanh' }, now),
    ).toMatchObject({ refusal: { type: 'process.back-not-allowed' } });
  });

  test('stopping closes every open step', () => {
    const stopped = run(parallel, forward('tiep-nhan'), { kind: 'stop', step: 'y-kien-b' });
    expect(stopped).toMatchObject({ tokens: [], opened: [], completed: false, stopped: true });
    expect(places(stopped.closed)).toEqual(['y-kien-a', 'y-kien-b']);
  });

  test('parallel steps open together and are waited for together', () => {
    const both = run(parallel, forward('tiep-nhan'));
    expect(places(both.tokens)).toEqual(['y-kien-a', 'y-kien-b']);
    const one = run(parallel, forward('tiep-nhan'), forward('y-kien-b'));
    expect(places(one.tokens)).toEqual(['y-kien-a', 'arrived:y-kien-b']);
    expect(one.opened).toEqual([]);
    const joined = run(parallel, forward('tiep-nhan'), forward('y-kien-b'), forward('y-kien-a'));
    expect(joined.opened.map(({ step }) => step.key)).toEqual(['tong-hop']);
    expect(places(joined.closed)).toEqual(['y-kien-a', 'arrived:y-kien-b']);
  });

  test('going back before a parallel part closes all its branches; going back into one leaves the others done', () => {
    const outOf = run(parallel, forward('tiep-nhan'), forward('y-kien-a'), {
      kind: 'back',
      step: 'y-kien-b',
      to: 'tiep-nhan',
    });
    expect(places(outOf.tokens)).toEqual(['tiep-nhan']);
    expect(places(outOf.closed)).toEqual(['y-kien-b', 'arrived:y-kien-a'].sort().reverse());
    const into = run(parallel, ...['tiep-nhan', 'y-kien-a', 'y-kien-b'].map(forward), {
      kind: 'back',
      step: 'tong-hop',
      to: 'y-kien-a',
    });
    expect(places(into.tokens)).toEqual(['arrived:y-kien-b', 'y-kien-a']);
    const again = advance(parallel, into.tokens, forward('y-kien-a'), now);
    expect(again).toMatchObject({ ok: true, value: { opened: [{ step: { key: 'tong-hop' } }] } });
  });
});

describe('over random processes and actors', () => {
  const kinds: PerformedStep['kind'][] = ['intake', 'work', 'work', 'work', 'sign', 'issue', 'return'];
  /** Stages of one to four steps; more than one run together. */
  const process = fc
    .array(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((stages) =>
      graphOf(
        ...stages.flatMap((stage, at) =>
          stage.map((kind, index) =>
            aStep({ key: `b${at}-${index}`, kind, ...(stage.length > 1 ? { together: `g${at}` } : {}) }),
          ),
        ),
      ),
    );
  const choices = fc.array(fc.nat(), { maxLength: 40 });

  /** Every decision that is allowed on the open steps, nothing else. */
  function possible(graph: ProcessGraph, tokens: readonly Token[]): Decision[] {
    return tokens.flatMap(({ node }): Decision[] => {
      const found = findStep(graph, node);
      if (!found) return [];
      const back = found.backTo.map((to): Decision => ({ kind: 'back', step: node, to }));
      const stop: Decision[] = allowedOutcomes(found.step).includes('stop')
        ? [{ kind: 'stop', step: node }]
        : [];
      return [forward(node), ...back, ...stop];
    });
  }

  function play(
    graph: ProcessGraph,
    picks: readonly number[],
    check: (before: readonly Token[], after: Advance) => void,
  ) {
    let at = begin(graph, now);
    for (const pick of picks) {
      const decisions = possible(graph, at.tokens);
      const decision = decisions[pick % Math.max(decisions.length, 1)];
      if (!decision) break;
      const next = advance(graph, at.tokens, decision, now);
      if (!next.ok) throw new Error(`a possible decision was refused: ${next.refusal.type}`);
      check(at.tokens, next.value);
      at = next.value;
    }
    return at;
  }

  test('no token is lost or doubled, and what opens is a token', () => {
    const holds = fc.property(process, choices, (graph, picks) => {
      play(graph, picks, (before, after) => {
        const stands = places(after.tokens);
        expect(new Set(stands).size).toBe(stands.length);
        for (const token of before) {
          const kept = after.tokens.includes(token);
          expect(after.closed.includes(token)).toBe(!kept);
        }
        expect(after.closed.every((token) => before.includes(token))).toBe(true);
        for (const { step } of after.opened) expect(stands).toContain(step.key);
        expect(after.tokens.length === 0).toBe(after.completed || after.stopped);
      });
    });
    fc.assert(holds, { numRuns: 3_000, seed: 1 });
  });

  test('no dead end: from wherever actors leave it, going forward completes it, each step once', () => {
    const holds = fc.property(process, choices, (graph, picks) => {
      let at = play(graph, picks, () => undefined);
      if (at.stopped) return;
      const done = new Set<string>();
      while (at.tokens.length > 0) {
        const open = at.tokens.find(({ node }) => findStep(graph, node));
        expect(open, 'some step is open').toBeDefined();
        if (!open) return;
        expect(done.has(open.node)).toBe(false);
        done.add(open.node);
        const next = advance(graph, at.tokens, forward(open.node), now);
        if (!next.ok) throw new Error(next.refusal.type);
        at = next.value;
      }
      expect(at.completed).toBe(true);
    });
    fc.assert(holds, { numRuns: 3_000, seed: 2 });
  });

  test('the same history gives the same state', () => {
    const holds = fc.property(process, choices, (graph, picks) => {
      const again = graphOf(...graph.steps);
      expect(play(again, picks, () => undefined)).toEqual(play(graph, picks, () => undefined));
    });
    fc.assert(holds, { numRuns: 500, seed: 3 });
  });
});
