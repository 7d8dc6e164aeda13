import type { ModdleElement } from 'bpmn-moddle';
import type { Flow } from '../flow/flow.ts';
import { idOf, text } from './element.ts';

/** One element of a diagram and what became of it. */
export interface DiagramEntry {
  readonly id: string;
  /** Its type in BPMN, e.g. `bpmn:UserTask`; a foreign attribute is told as `@camunda:assignee`. */
  readonly type: string;
  readonly name?: string;
}

export interface AcceptedEntry extends DiagramEntry {
  /** The process a call activity names. */
  readonly calls?: string;
  /** A type of `src/texts`: what it became, where that is not plain. */
  readonly note?: string;
  readonly as: 'start' | 'end' | 'step' | 'wait' | 'service' | 'clock' | 'gateway' | 'way' | 'call' | 'part';
}

export interface ReasonedEntry extends DiagramEntry {
  /** A type of `src/texts`, e.g. `process.bpmn-gateway-not-run`. */
  readonly reason: string;
}

/** What a diagram did not say and the reader assumed: to be confirmed before it is published. */
export interface Guess {
  readonly at: string;
  readonly what: 'performer' | 'kind' | 'hours';
}

/** A diagram that can run: its flow, and the flows of what it calls inside the same file. */
export interface Diagram {
  readonly id: string;
  readonly name: string;
  readonly flow: Flow;
  readonly local: ReadonlyMap<string, Flow>;
  /** Processes called that are not in the file: pinned when it is published. */
  readonly calls: readonly string[];
  readonly guesses: readonly Guess[];
}

/** Collects what becomes of each element while a diagram is read. */
export interface Reading {
  readonly prefix: string;
  readonly accepted: AcceptedEntry[];
  readonly ignored: ReasonedEntry[];
  readonly refused: ReasonedEntry[];
  readonly guesses: Guess[];
  readonly calls: Set<string>;
  readonly local: Map<string, Flow>;
  /** Name of the lane or pool an element lies in. */
  readonly lanes: ReadonlyMap<string, string>;
}

export function accept(reading: Reading, element: ModdleElement, as: AcceptedEntry['as']): void {
  reading.accepted.push({ ...entryOf(element), as });
}

export function ignore(reading: Reading, element: ModdleElement, reason: string): void {
  reading.ignored.push({ ...entryOf(element), reason: `process.bpmn-${reason}` });
}

export function refuseElement(reading: Reading, element: ModdleElement, reason: string): void {
  reading.refused.push({ ...entryOf(element), reason: `process.bpmn-${reason}` });
}

export function entryOf(element: ModdleElement): DiagramEntry {
  const name = text(element, 'name');
  return { id: idOf(element), type: element.$type, ...(name === undefined ? {} : { name }) };
}
