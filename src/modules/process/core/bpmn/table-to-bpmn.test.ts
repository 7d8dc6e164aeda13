import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryProcess, build } from '../../testing/arbitrary-flow.ts';
import { arbitraryTable } from '../../testing/arbitrary-table.ts';
import { now } from '../../testing/run-process.ts';
import { advance, begin } from '../flow/advance.ts';
import { compile } from '../flow/compile.ts';
import { compileFlow } from '../flow/compile-flow.ts';
import type { Flow } from '../flow/flow.ts';
import { inlineCalls } from '../flow/inline-calls.ts';
import type { ProcessGraph } from '../flow/process-graph.ts';
import type { ProcessTable } from '../flow/process-table.ts';
import type { Advance, Decision, ProcessFacts } from '../flow/token.ts';
import { many, one } from './element.ts';
import { flowToBpmn } from './flow-to-bpmn.ts';
import { readBpmn } from './read-bpmn.ts';
import { tableToBpmn } from './table-to-bpmn.ts';

const names = { code: 'thu', name: 'Quy trình “thử” & <một>' };

function graphOf(table: ProcessTable): ProcessGraph {
  const compiled = compile(table);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusal));
  return compiled.value;
}

async function graphOfDiagram(xml: string): Promise<ProcessGraph> {
  const { definition, refused } = await readBpmn(xml);
  if (!definition) throw new Error(JSON.stringify(refused));
  expect(definition.guesses).toEqual([]);
  return graphOfFlow(definition.flow);
}

function graphOfFlow(flow: Flow): ProcessGraph {
  const compiled = compileFlow(flow);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.graph;
}

/** What can be decided at a place; the same for table and diagram is part of what is proved. */
function decisionsAt(graph: ProcessGraph, place: string): Decision[] {
  const node = graph.nodes.get(place);
  if (node?.kind !== 'step' && node?.kind !== 'wait') return [];
  const timers = (node.step.timers ?? []).map(
    ({ key }): Decision => ({ kind: 'timer', step: place, timer: key }),
  );
  if (node.kind === 'wait') return [{ kind: 'message', step: place }, ...timers];
  const ways: Decision[] =
    node.asks.length > 0
      ? node.asks.map(({ key }) => ({ kind: 'forward', step: place, choice: key }))
      : [{ kind: 'forward', step: place }];
  return [...ways, ...node.backTo.map((to): Decision => ({ kind: 'back', step: place, to })), ...timers];
}

/** Steps as the engine runs them: what only lays out a table is in the ways of a diagram. */
function told(at: Advance) {
  const bare = ({ step }: Advance['opened'][number] | Advance['waiting'][number]) => {
    const { together: _together, branch: _branch, ...more } = step;
    if (more.kind === 'wait') return more;
    const { choices: _choices, ...performed } = more;
    return performed;
  };
  return {
    tokens: at.tokens.map(({ node }) => node),
    closed: at.closed.map(({ node }) => node),
    opened: at.opened.map(bare),
    waiting: at.waiting.map(bare),
    completed: at.completed,
  };
}

const picks = fc.array(fc.nat(), { minLength: 5, maxLength: 30 });
const facts = fc.constantFrom<ProcessFacts>({ case: 'a' }, { case: 'b' }, {});

/** Lets the same picks choose among what is possible in both, and holds the two states against each other. */
function playBoth(
  graph: ProcessGraph,
  diagram: ProcessGraph,
  chosen: readonly number[],
  known: ProcessFacts,
) {
  let ours = begin(graph, now, known);
  let theirs = begin(diagram, now, known);
  for (const pick of chosen) {
    expect(told(theirs)).toEqual(told(ours));
    const decisions = ours.tokens.flatMap(({ node }) => decisionsAt(graph, node));
    expect(theirs.tokens.flatMap(({ node }) => decisionsAt(diagram, node))).toEqual(decisions);
    const decision = decisions[pick % Math.max(decisions.length, 1)];
    if (!decision) return;
    const [next, drawn] = [
      advance(graph, ours.tokens, decision, now, known),
      advance(diagram, theirs.tokens, decision, now, known),
    ];
    expect(drawn.ok).toBe(next.ok);
    if (next.ok && drawn.ok) {
      ours = next.value;
      theirs = drawn.value;
    }
  }
}

describe('a table drawn as BPMN', () => {
  test('behaves as the table does, whatever the table and the actors', async () => {
    const holds = fc.asyncProperty(arbitraryTable, picks, facts, async (table, chosen, known) => {
      playBoth(graphOf(table), await graphOfDiagram(await tableToBpmn(table, names)), chosen, known);
    });
    await fc.assert(holds, { numRuns: 100, seed: 21 });
  });

  test('so does any structured process, nested as deep as one likes', async () => {
    const holds = fc.asyncProperty(arbitraryProcess, picks, facts, async (part, chosen, known) => {
      const { flow, called } = build(part);
      const inlined = inlineCalls(flow, (process) => called.get(process));
      if (!inlined.ok) throw new Error(JSON.stringify(inlined.problems));
      const diagram = await graphOfDiagram(await flowToBpmn(inlined.flow, names));
      playBoth(graphOfFlow(inlined.flow), diagram, chosen, known);
    });
    await fc.assert(holds, { numRuns: 100, seed: 23 });
  });

  test('is read by the BPMN reader without a warning, and every element of it is drawn', async () => {
    const holds = fc.asyncProperty(arbitraryTable, async (table) => {
      const xml = await tableToBpmn(table, names);
      const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
      expect(warnings).toEqual([]);
      const [process] = many(rootElement, 'rootElements');
      const [drawing] = many(rootElement, 'diagrams');
      const plane = drawing && one(drawing, 'plane');
      if (!process || !plane) throw new Error('no process or no drawing');
      const drawn = many(plane, 'planeElement').map((shape) => one(shape, 'bpmnElement')?.id);
      expect(drawn.toSorted()).toEqual(
        many(process, 'flowElements')
          .map(({ id }) => id)
          .toSorted(),
      );
    });
    await fc.assert(holds, { numRuns: 60, seed: 22 });
  });

  test('no shape lies on another, however branches are nested', async () => {
    const holds = fc.asyncProperty(arbitraryProcess, async (part) => {
      const { flow } = build(part);
      const { rootElement } = await new BpmnModdle().fromXML(await flowToBpmn(flow, names));
      const [drawing] = many(rootElement, 'diagrams');
      const plane = drawing && one(drawing, 'plane');
      const boxes = (plane ? many(plane, 'planeElement') : []).flatMap((shape) => {
        const element = one(shape, 'bpmnElement');
        const bounds = one(shape, 'bounds');
        return bounds && element && element.$type !== 'bpmn:BoundaryEvent' ? [bounds] : [];
      });
      const [side, up] = [(box: ModdleElement) => Number(box.x), (box: ModdleElement) => Number(box.y)];
      for (const [at, box] of boxes.entries())
        for (const other of boxes.slice(at + 1)) {
          const apart =
            side(box) + Number(box.width) <= side(other) ||
            side(other) + Number(other.width) <= side(box) ||
            up(box) + Number(box.height) <= up(other) ||
            up(other) + Number(other.height) <= up(box);
          expect(apart).toBe(true);
        }
    });
    await fc.assert(holds, { numRuns: 100, seed: 24 });
  });
});
