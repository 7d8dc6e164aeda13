import type { Choice, PerformedStep, Step, WaitStep } from './step.ts';

/**
 * A process version compiled for running: places and what follows them. A token stands on a step's key, or on the
 * arrival place of a finished branch until the others arrive. Built by `compile` and `compileFlow`, never by hand.
 */
export interface ProcessGraph {
  readonly start: string;
  readonly nodes: ReadonlyMap<string, ProcessNode>;
  /** Steps and waits in the order of the table or the diagram. */
  readonly steps: readonly Step[];
}

export type ProcessNode = StepNode | WaitNode | ServiceNode | ChoiceNode | ForkNode | ArrivalNode | EndNode;

export interface StepNode extends StandingNode {
  readonly kind: 'step';
  readonly step: PerformedStep;
  /** The ways on its performer is asked to name; empty when there is one way or rules decide. */
  readonly asks: readonly Pick<Choice, 'key' | 'label'>[];
  /** Steps a dossier may be sent back to from here, nearest first. */
  readonly backTo: readonly string[];
  /** What being sent back to each of them undoes and restores. */
  readonly undo: ReadonlyMap<string, Undo>;
}

/** A wait for a message from outside. */
export interface WaitNode extends StandingNode {
  readonly kind: 'wait';
  readonly step: WaitStep;
}

/** Where a token can stand until somebody decides. */
interface StandingNode {
  readonly next: string;
  /** Where each clock that proceeds goes on, by the clock's key. */
  readonly timerWays: ReadonlyMap<string, string>;
}

export interface Undo {
  /** Tokens on these places leave. */
  readonly leaves: ReadonlySet<string>;
  /** Branches beside the target that stay done: their arrival places. */
  readonly restores: readonly string[];
}

/** Something the system does by itself on the way. */
export interface ServiceNode {
  readonly kind: 'service';
  readonly key: string;
  readonly name: string;
  readonly next: string;
}

export interface ChoiceNode {
  readonly kind: 'choice';
  /** Rules decide, nobody is asked. */
  readonly automatic: boolean;
  readonly ways: readonly ChoiceWay[];
  readonly otherwise: string | undefined;
}

interface ChoiceWay extends Pick<Choice, 'key' | 'when'> {
  /** The names a performer may give to go this way. */
  readonly names: ReadonlySet<string>;
  readonly next: string;
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
