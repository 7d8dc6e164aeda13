import type { FieldRefusal } from '../../../../kernel/refusal.ts';
import { compile } from '../flow/compile.ts';
import type { Step } from '../flow/step.ts';
import { tableFlow } from '../flow/table-flow.ts';
import type { ProcessFinding } from '../lint/finding.ts';
import { lintProcess } from '../lint/lint-process.ts';
import { type DraftBasis, lintContext } from './draft-basis.ts';
import type { DraftContent } from './draft-content.ts';
import { stepsOfRows } from './steps-of-rows.ts';

/** One thing to look at before publishing. Errors refuse publication; `pointer` leads to the row and field. */
export interface Finding extends FieldRefusal {
  readonly severity: 'error' | 'warning';
}

export interface Checked {
  /** Rows of a diagram are only what it says: it was proved when it was kept, and is looked at as a whole elsewhere. */
  readonly byDiagram?: boolean;
  readonly basis?: DraftBasis;
}

/** Everything that keeps a draft from running, and what a person should look at. */
export function checkDraft(
  content: DraftContent,
  { byDiagram = false, basis = {} }: Checked = {},
): readonly Finding[] {
  const { steps, missing } = stepsOfRows(content.rows);
  const compiled = compile({ steps });
  const structure =
    compiled.ok || byDiagram
      ? []
      : (compiled.refusal.fields ?? [{ pointer: '/rows', type: compiled.refusal.type }]);
  return [
    ...headerFaults(content),
    ...[...missing, ...structure.map(ofRows)].map((fault) => ({ ...fault, severity: 'error' as const })),
    ...guesses(content),
    ...(compiled.ok && !byDiagram ? standingOut(steps, basis) : []),
  ];
}

function headerFaults({ name, procedures }: DraftContent): Finding[] {
  return [
    ...(name === '' ? [{ pointer: '/name', type: 'process.name-missing', severity: 'error' as const }] : []),
    ...(procedures.length === 0
      ? [{ pointer: '/procedures', type: 'process.serves-nothing', severity: 'error' as const }]
      : []),
  ];
}

function guesses({ rows }: DraftContent): Finding[] {
  return rows.flatMap(({ guessed }, at) =>
    guessed === undefined
      ? []
      : [
          {
            pointer: `/rows/${at}`,
            type: 'process.row-guessed',
            params: { row: at + 1 },
            severity: 'warning' as const,
          },
        ],
  );
}

/** What an experienced official would ask about, at its row. */
function standingOut(steps: readonly Step[], basis: DraftBasis): Finding[] {
  return findingsAtRows(lintProcess(tableFlow({ steps }), lintContext(basis)), steps);
}

/** Findings of the linter at the rows of their steps; those of the whole at the table. */
export function findingsAtRows(
  found: readonly ProcessFinding[],
  rows: readonly { readonly key: string }[],
): Finding[] {
  return found.map(({ at, ...finding }) => {
    const key = at.slice(at.indexOf(':') + 1);
    const row = rows.findIndex((step) => step.key === key);
    return { ...finding, pointer: row < 0 ? '/rows' : `/rows/${row}` };
  });
}

/** The table's steps are the draft's rows. */
function ofRows(fault: FieldRefusal): FieldRefusal {
  return { ...fault, pointer: fault.pointer.replace(/^\/steps/, '/rows') };
}
