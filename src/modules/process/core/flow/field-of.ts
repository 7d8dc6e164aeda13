import type { FieldRefusal } from '../../../../kernel/refusal.ts';

/** What is wrong in one cell of the table, with the row as people count it. */
export function fieldOf(row: number, name: string, type: string): FieldRefusal {
  return { pointer: `/steps/${row}/${name}`, type, params: { row: row + 1 } };
}
