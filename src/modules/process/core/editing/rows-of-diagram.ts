import { readBpmn } from '../bpmn/read-bpmn.ts';
import type { ReasonedEntry } from '../bpmn/reading.ts';
import { type DraftRow, draftRow } from './draft-content.ts';
import { type CalledFlows, graphOf } from './graph-of.ts';

/** What a diagram says as rows, for reading; or why it cannot run, element by element. */
export type DiagramRows =
  | { readonly ok: true; readonly rows: readonly DraftRow[] }
  | { readonly ok: false; readonly refused: readonly ReasonedEntry[] };

/** The steps of a diagram in the order in which it names them; what it did not say is marked as guessed. */
export async function rowsOfDiagram(xml: string, called: CalledFlows): Promise<DiagramRows> {
  const compiled = await graphOf({ steps: [], bpmn: xml }, called);
  if (!compiled.ok) return compiled;
  const { definition } = await readBpmn(xml);
  const guesses = Map.groupBy(definition?.guesses ?? [], ({ at }) => at);
  const ids = new Map(
    definition?.flow.nodes.flatMap((node) => (node.kind === 'step' ? [[node.step.key, node.id]] : [])),
  );
  const rows = compiled.graph.steps.map((step) => {
    const guessed = guesses.get(ids.get(step.key) ?? '')?.map(({ what }) => what);
    return draftRow.parse({ ...step, ...(guessed === undefined ? {} : { guessed }) });
  });
  return { ok: true, rows };
}
