/**
 * The condition of a way on: JSON logic with a closed list of operators over a closed list of facts, as forms uses it.
 * Read and judged as data; no text of a diagram is ever evaluated.
 */
export type Rule =
  | { readonly '==': readonly [Operand, Operand] }
  | { readonly '!=': readonly [Operand, Operand] }
  | { readonly '<': readonly [Operand, Operand] }
  | { readonly '<=': readonly [Operand, Operand] }
  | { readonly '>': readonly [Operand, Operand] }
  | { readonly '>=': readonly [Operand, Operand] }
  | { readonly in: readonly [Operand, readonly Plain[]] }
  | { readonly '!': readonly [Rule] }
  | { readonly and: readonly Rule[] }
  | { readonly or: readonly Rule[] };

export type Plain = string | number | boolean | null;
export type Operand = Plain | { readonly var: string };

/** What a rule may look at. */
export interface RuleFacts {
  /** Key of the procedure's case. */
  readonly case?: string;
  readonly channel?: string;
  /** Answers of the e-form, by the field's name. */
  readonly answers?: Readonly<Record<string, unknown>>;
}
