import { readBpmn } from '../bpmn/read-bpmn.ts';
import type { ReasonedEntry } from '../bpmn/reading.ts';
import { compile } from '../flow/compile.ts';
import { compileFlow } from '../flow/compile-flow.ts';
import type { Flow } from '../flow/flow.ts';
import { inlineCalls } from '../flow/inline-calls.ts';
import type { ProcessGraph } from '../flow/process-graph.ts';
import type { Step } from '../flow/step.ts';

/** A definition that runs: as its diagram says where it was refined in one, else as its table says. */
export type Compiled =
  | { readonly ok: true; readonly graph: ProcessGraph }
  | { readonly ok: false; readonly refused: readonly ReasonedEntry[] };

/** The flows of other processes that a diagram calls, by the name it gives them. */
export type CalledFlows = ReadonlyMap<string, Flow>;

/** The graph of a version or a draft. A diagram may call what lies in the same file, and what is given here. */
export async function graphOf(
  definition: { readonly steps: readonly Step[]; readonly bpmn: string | null },
  called: CalledFlows = new Map(),
): Promise<Compiled> {
  if (definition.bpmn !== null) return graphOfDiagram(definition.bpmn, called);
  const compiled = compile({ steps: definition.steps });
  if (compiled.ok) return { ok: true, graph: compiled.value };
  return { ok: false, refused: [{ id: '', type: 'table', reason: compiled.refusal.type }] };
}

async function graphOfDiagram(xml: string, called: CalledFlows): Promise<Compiled> {
  const { definition, refused } = await readBpmn(xml);
  if (definition === undefined) return { ok: false, refused };
  const inlined = inlineCalls(
    definition.flow,
    (process) => definition.local.get(process) ?? called.get(process),
  );
  const compiled = inlined.ok ? compileFlow(inlined.flow) : inlined;
  if (compiled.ok) return { ok: true, graph: compiled.graph };
  return {
    ok: false,
    refused: compiled.problems.map(({ at, type }) => ({ id: at, type: 'bpmn:FlowNode', reason: type })),
  };
}
