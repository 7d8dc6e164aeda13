import type { Step } from './step.ts';

/** The stored definition of a process: the table of steps as the approving decision prints it. */
export interface ProcessTable {
  readonly steps: readonly Step[];
}
