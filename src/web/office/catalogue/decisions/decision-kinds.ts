import type { DecisionKind } from '../../../../modules/catalogue/contract.ts';

/** What a decision can settle, in the order the form offers it. */
export const decisionKinds = [
  'province',
  'ministry',
  'process',
  'online',
  'post',
  'interconnection',
  'fees',
] as const satisfies readonly DecisionKind[];
