import type { ProcessTable } from '../flow/process-table.ts';
import { tableFlow } from '../flow/table-flow.ts';
import { type DrawnNames, flowToBpmn } from './flow-to-bpmn.ts';

/** A checked table as a BPMN 2.0 diagram with its drawing. */
export function tableToBpmn(table: ProcessTable, names: DrawnNames): Promise<string> {
  return flowToBpmn(tableFlow(table), names);
}
