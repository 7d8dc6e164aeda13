import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { checkTable } from './check-table.ts';
import { compileFlow } from './compile-flow.ts';
import { fieldOf } from './field-of.ts';
import type { ProcessGraph } from './process-graph.ts';
import type { ProcessTable } from './process-table.ts';
import { tableFlow } from './table-flow.ts';

/** Compiles a table of steps once per version; refuses a table that cannot run, naming the row and the field. */
export function compile(table: ProcessTable): Result<ProcessGraph> {
  const refused = checkTable(table);
  if (refused) return refused;
  const compiled = compileFlow(tableFlow(table));
  if (compiled.ok) return ok(compiled.graph);
  const fields = compiled.problems.map(({ at, type }) => {
    const row = Math.max(rowOf(table, at), 0);
    return fieldOf(row, type === 'process.flow-unreachable' ? 'branch' : 'choices', type);
  });
  return refuse('invalid', 'process.table-invalid', { fields });
}

/** The row behind a node of the flow: ids of forks, joins and choices end in the key of a row. */
function rowOf(table: ProcessTable, id: string): number {
  const key = id.slice(id.indexOf(':') + 1);
  return table.steps.findIndex((step) => step.key === key);
}
