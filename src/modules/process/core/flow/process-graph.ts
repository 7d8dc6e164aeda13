import type { PerformedStep, Step, WaitStep } from './step.ts';

/**
 * A process version compiled for running: places and what follows them. A token stands on a step's key, or on the
 * arrival place of a finished branch until the others arrive. Built by `compile`, never by hand.
 */
export interface ProcessGraph {
  readonly start: string;
  readonly nodes: ReadonlyMap<string, ProcessNode>;
  /** The steps in the order of the table. */
  readonly steps: readonly Step[];
}

export type ProcessNode = StepNode | WaitNode | ForkNode | ArrivalNode | EndNode;

export interface StepNode extends StandingNode {
  readonly kind: 'step';
  readonly step: PerformedStep;
}

/** A wait for a message from outside. */
export interface WaitNode extends StandingNode {
  readonly kind: 'wait';
  readonly step: WaitStep;
}

/** Where a token can stand until somebody decides. */
interface StandingNode {
  readonly next: string;
  /** Every place that can be reached from here, this one included: what going back to here undoes. */
  readonly downstream: ReadonlySet<string>;
  /** Steps a dossier may be sent back to from here, nearest first. */
  readonly backTo: readonly string[];
  /** Arrival places of the branches beside this one; empty outside parallel parts. */
  readonly siblings: readonly string[];
}

export interface ForkNode {
  readonly kind: 'fork';
  readonly branches: readonly string[];
}

/** Where a finished branch waits; `waits` names the arrival places of all branches, this one included. */
export interface ArrivalNode {
  readonly kind: 'arrival';
  readonly waits: readonly string[];
  readonly next: string;
}

export interface EndNode {
  readonly kind: 'end';
}

/** The place every process ends in. No token ever stands there. */
export const endPlace = 'end';

/** The performed step of this key; undefined when the process has none. */
export function findStep(graph: ProcessGraph, key: string): StepNode | undefined {
  const node = graph.nodes.get(key);
  return node?.kind === 'step' ? node : undefined;
}

/** The wait of this key; undefined when the process has none. */
export function findWait(graph: ProcessGraph, key: string): WaitNode | undefined {
  const node = graph.nodes.get(key);
  return node?.kind === 'wait' ? node : undefined;
}
