import fc from 'fast-check';
import type { Flow, FlowNode } from '../core/flow/flow.ts';
import type { PerformedStep } from '../core/flow/step.ts';
import { aStep, aWait } from './builders.ts';

/** A structured process as a tree: what may be built, told without tokens, places or graph. */
export type Part =
  | { readonly kind: 'step'; readonly step: Pick<PerformedStep, 'kind'>; readonly clocks: readonly Clock[] }
  | { readonly kind: 'wait'; readonly clocks: readonly Clock[] }
  | { readonly kind: 'service' }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'parallel'; readonly branches: readonly Part[] }
  | { readonly kind: 'choice'; readonly by: 'performer' | 'rules'; readonly ways: readonly Part[] }
  | { readonly kind: 'loop'; readonly body: Part }
  | { readonly kind: 'call'; readonly called: Part };

type Clock = 'warn' | 'escalate' | 'proceed';

const clocks = fc.uniqueArray(fc.constantFrom<Clock>('warn', 'escalate', 'proceed'), { maxLength: 2 });
const kinds = fc.constantFrom<PerformedStep['kind']>('work', 'work', 'work', 'sign', 'issue', 'return');
const step = fc.record({ kind: fc.constant('step' as const), step: fc.record({ kind: kinds }), clocks });

/** Random structured processes, nested up to three deep. */
export const arbitraryProcess: fc.Arbitrary<Part> = fc
  .letrec<{ part: Part }>((tie) => ({
    part: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      step,
      fc.record({ kind: fc.constant('wait' as const), clocks }),
      fc.constant({ kind: 'service' as const }),
      sequences(tie('part')),
      fc.record({
        kind: fc.constant('parallel' as const),
        branches: fc.array(tie('part'), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('choice' as const),
        by: fc.constantFrom('performer' as const, 'rules' as const),
        ways: fc.array(tie('part'), { minLength: 1, maxLength: 2 }),
      }),
      fc.record({ kind: fc.constant('loop' as const), body: tie('part') }),
      fc.record({ kind: fc.constant('call' as const), called: tie('part') }),
    ),
  }))
  .part.map((part) => ({
    kind: 'sequence',
    parts: [{ kind: 'step', step: { kind: 'intake' }, clocks: [] }, part],
  }));

function sequences(part: fc.Arbitrary<Part>): fc.Arbitrary<Part> {
  return fc.record({ kind: fc.constant('sequence' as const), parts: fc.array(part, { maxLength: 4 }) });
}

/** What the tree says about a built process, for the tests to hold tokens against. */
export interface Built {
  readonly flow: Flow;
  readonly called: ReadonlyMap<string, Flow>;
  readonly shape: Shape;
}

/** Where tokens may stand: exactly one of several places, or one in every branch (an arrival counts). */
export type Shape =
  | { readonly kind: 'place'; readonly node: string }
  | { readonly kind: 'one'; readonly of: readonly Shape[] }
  | { readonly kind: 'all'; readonly of: readonly { readonly inside: Shape; readonly arrival: string }[] };

/** Builds the flow of a tree, the flows it calls, and its shape. */
export function build(part: Part): Built {
  const called = new Map<string, Flow>();
  let count = 0;
  const id = (kind: string) => `${kind}-${++count}`;

  function flowOf(whole: Part, lead: string): { flow: Flow; shape: Shape; first: string | undefined } {
    const nodes: FlowNode[] = [{ id: 'end', kind: 'end' }];
    const { entry, shape, first } = add(nodes, whole, 'end', lead);
    return { flow: { start: entry, nodes }, shape, first };
  }

  /** Adds a part in front of what follows it. `first` is what a branch beginning with it is named after. */
  function add(
    nodes: FlowNode[],
    each: Part,
    next: string,
    lead: string,
  ): { entry: string; shape: Shape; first: string | undefined } {
    switch (each.kind) {
      case 'step':
      case 'wait': {
        const key = id(each.kind);
        const timers = each.clocks.map((kind) => ({ key: kind, kind, at: { hours: 1 } }));
        const facts = { key, ...(timers.length > 0 && { timers }) };
        const made = each.kind === 'wait' ? aWait(facts) : aStep({ ...facts, ...each.step });
        nodes.push({ id: key, kind: 'step', step: made, next });
        return { entry: key, shape: { kind: 'place', node: lead + key }, first: lead + key };
      }
      case 'service': {
        const key = id('service');
        nodes.push({ id: key, kind: 'service', name: key, next });
        return { entry: key, shape: { kind: 'one', of: [] }, first: undefined };
      }
      case 'sequence': {
        let entry = next;
        let first: string | undefined;
        const shapes: Shape[] = [];
        for (const inner of [...each.parts].reverse()) {
          const built = add(nodes, inner, entry, lead);
          shapes.unshift(built.shape);
          first = built.first ?? first;
          entry = built.entry;
        }
        return { entry, shape: { kind: 'one', of: shapes }, first };
      }
      case 'parallel': {
        const fork = id('fork');
        const join = id('join');
        nodes.push({ id: join, kind: 'join', next });
        const branches = each.branches.map((branch) => {
          const meet = id('merge');
          nodes.push({ id: meet, kind: 'merge', next: join });
          const built = add(nodes, branch, meet, lead);
          return { ...built, arrival: `arrived:${built.first ?? lead + built.entry}` };
        });
        nodes.push({ id: fork, kind: 'fork', branches: branches.map(({ entry }) => entry) });
        const of = branches.map(({ shape, arrival }) => ({ inside: shape, arrival }));
        const first = branches[0]?.first;
        return { entry: fork, shape: { kind: 'all', of }, first: first && `fork:${first}` };
      }
      case 'choice': {
        const key = id('step');
        const choice = id('choice');
        const meet = id('merge');
        nodes.push({ id: meet, kind: 'merge', next });
        const ways = each.ways.map((way) => add(nodes, way, meet, lead));
        nodes.push({ id: key, kind: 'step', step: aStep({ key }), next: choice });
        const rule = { when: { '==': [{ var: 'case' }, 'a'] } } as const;
        nodes.push({
          id: choice,
          kind: 'choice',
          ways: [
            ...ways.map(({ entry }, at) => ({
              key: `${choice}-${at}`,
              label: `Cách ${at}`,
              next: entry,
              ...(each.by === 'rules' && rule),
            })),
            { key: `${choice}-on`, label: 'Bỏ qua', next: meet },
          ],
          ...(each.by === 'rules' && { otherwise: `${choice}-on` }),
        });
        const own: Shape = { kind: 'place', node: lead + key };
        return {
          entry: key,
          shape: { kind: 'one', of: [own, ...ways.map((way) => way.shape)] },
          first: lead + key,
        };
      }
      case 'loop': {
        const again = id('merge');
        const key = id('step');
        const choice = id('choice');
        nodes.push({ id: key, kind: 'step', step: aStep({ key }), next: choice });
        nodes.push({
          id: choice,
          kind: 'choice',
          ways: [
            { key: `${choice}-again`, label: 'Làm lại', next: again },
            { key: `${choice}-on`, label: 'Đạt', next },
          ],
        });
        const body = add(nodes, each.body, key, lead);
        nodes.push({ id: again, kind: 'merge', next: body.entry });
        const own: Shape = { kind: 'place', node: lead + key };
        return {
          entry: again,
          shape: { kind: 'one', of: [body.shape, own] },
          first: body.first ?? lead + key,
        };
      }
      case 'call': {
        const key = id('call');
        const process = `process-${key}`;
        const inner = flowOf(each.called, `${lead}${key}.`);
        called.set(process, inner.flow);
        nodes.push({ id: key, kind: 'call', name: key, process, next });
        return { entry: key, shape: inner.shape, first: inner.first };
      }
    }
  }
  const { flow, shape } = flowOf(part, '');
  return { flow, called, shape };
}
