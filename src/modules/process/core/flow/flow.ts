import type { Choice, Step } from './step.ts';

/**
 * A process as places and ways between them: what a table and a diagram have in common, before it is proved that it can
 * run. `compileFlow` proves it. Plain data, so that it can be stored with a version.
 */
export interface Flow {
  readonly start: string;
  readonly nodes: readonly FlowNode[];
}

export type FlowNode =
  | StepFlow
  | ServiceFlow
  | ChoiceFlow
  | MergeFlow
  | ForkFlow
  | JoinFlow
  | CallFlow
  | EndFlow;

interface Place {
  /** Unique in the flow; in a diagram the id of the element. */
  readonly id: string;
}

/** A step or a wait. */
export interface StepFlow extends Place {
  readonly kind: 'step';
  readonly step: Step;
  readonly next: string;
  /** Clocks that go on another way than the step, by the clock's key. */
  readonly timerWays?: Readonly<Record<string, string>>;
}

/** Something the system does by itself; no token ever stands there. */
export interface ServiceFlow extends Place {
  readonly kind: 'service';
  readonly name: string;
  readonly next: string;
}

export interface Way extends Pick<Choice, 'key' | 'label' | 'when'> {
  readonly next: string;
}

/** One of several ways is taken. */
export interface ChoiceFlow extends Place {
  readonly kind: 'choice';
  readonly ways: readonly Way[];
  /** Key of the way taken when nobody is asked and no rule holds. */
  readonly otherwise?: string;
}

/** Where alternatives meet again. */
export interface MergeFlow extends Place {
  readonly kind: 'merge';
  readonly next: string;
}

export interface ForkFlow extends Place {
  readonly kind: 'fork';
  readonly branches: readonly string[];
}

export interface JoinFlow extends Place {
  readonly kind: 'join';
  readonly next: string;
}

/** Another process, run in place: `inlineCalls` replaces it by the steps of a pinned version before compiling. */
export interface CallFlow extends Place {
  readonly kind: 'call';
  readonly name: string;
  readonly process: string;
  readonly next: string;
}

export interface EndFlow extends Place {
  readonly kind: 'end';
}

/** Why a flow cannot run, and where: the id of a node. */
export interface FlowProblem {
  readonly at: string;
  readonly type: string;
}

/** The ids a node leads to, one for each way. */
export function waysOf(node: FlowNode): readonly string[] {
  if (node.kind === 'end') return [];
  if (node.kind === 'fork') return node.branches;
  if (node.kind === 'choice') return node.ways.map((way) => way.next);
  return node.kind === 'step' ? [node.next, ...Object.values(node.timerWays ?? {})] : [node.next];
}
