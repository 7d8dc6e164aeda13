import { readBpmn } from '../bpmn/read-bpmn.ts';
import { inlineCalls } from '../flow/inline-calls.ts';
import { lintProcess } from '../lint/lint-process.ts';
import { checkDraft, type Finding, findingsAtRows } from './check-draft.ts';
import { type DraftBasis, lintContext } from './draft-basis.ts';
import type { DraftContent } from './draft-content.ts';
import type { CalledFlows } from './graph-of.ts';

/**
 * Everything to look at in a draft: of its table, or, where it was refined in a diagram, of what the diagram runs as. The
 * linter is the same for both.
 */
export async function checkWhole(
  content: DraftContent,
  bpmn: string | null,
  basis: DraftBasis,
  called: CalledFlows,
): Promise<readonly Finding[]> {
  if (bpmn === null) return checkDraft(content, { basis });
  const { definition } = await readBpmn(bpmn);
  const inlined =
    definition &&
    inlineCalls(definition.flow, (process) => definition.local.get(process) ?? called.get(process));
  const found = inlined?.ok ? lintProcess(inlined.flow, lintContext(basis)) : [];
  return [...checkDraft(content, { byDiagram: true }), ...findingsAtRows(found, content.rows)];
}
