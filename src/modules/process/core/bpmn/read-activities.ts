import type { ModdleElement } from 'bpmn-moddle';
import type { FlowNode } from '../flow/flow.ts';
import type { PerformedStep, WaitStep } from '../flow/step.ts';
import { idOf, one, text } from './element.ts';
import { own } from './extension.ts';
import { guessKind, guessPerformer } from './guess.ts';
import type { Clocks } from './read-clocks.ts';
import { accept, type Guess, type Reading, refuseElement } from './reading.ts';
import { readStepExtension, readWaitExtension } from './step-extension.ts';

/** A task somebody performs. What the diagram does not say is guessed from its words and told. */
export function readStep(
  reading: Reading,
  element: ModdleElement,
  next: string,
  clocks: Clocks,
): FlowNode | undefined {
  const extension = own(element, 'step', reading.prefix);
  const said = extension && readStepExtension(extension, reading.prefix);
  if (extension && !said) {
    refuseElement(reading, element, 'extension-wrong');
    return undefined;
  }
  const id = idOf(element);
  const name = text(element, 'name') ?? id;
  const guess = <Value>(what: Guess['what'], known: Value | undefined, guessed: Value): Value => {
    if (known === undefined) reading.guesses.push({ at: id, what });
    return known ?? guessed;
  };
  const kind = guess('kind', said?.kind, guessKind(name));
  const step: PerformedStep = {
    ...said,
    key: said?.key ?? id,
    name,
    kind,
    performer: guess('performer', said?.performer, guessPerformer(reading.lanes.get(id), name)),
    hours: kind === 'return' && said?.hours === undefined ? 0 : guess('hours', said?.hours, 0),
    ...(clocks.timers.length > 0 && { timers: clocks.timers }),
  };
  accept(reading, element, 'step');
  return { id, kind: 'step', step, next, ...waysOfClocks(clocks) };
}

/** A receive task or a caught message: nobody's task, ended from outside. */
export function readWait(
  reading: Reading,
  element: ModdleElement,
  next: string,
  clocks: Clocks,
  message: ModdleElement | undefined,
): FlowNode | undefined {
  const extension = own(element, 'wait', reading.prefix);
  const said = extension && readWaitExtension(extension);
  if (extension && !said) {
    refuseElement(reading, element, 'extension-wrong');
    return undefined;
  }
  const id = idOf(element);
  const name = text(element, 'name') ?? text(message, 'name') ?? id;
  const { message: named, suspension, ...more } = said ?? {};
  const step: WaitStep = {
    ...more,
    key: said?.key ?? id,
    name,
    kind: 'wait',
    wait: { message: named ?? text(message, 'name') ?? id, ...(suspension && { suspension }) },
    ...(clocks.timers.length > 0 && { timers: clocks.timers }),
  };
  accept(reading, element, 'wait');
  return { id, kind: 'step', step, next, ...waysOfClocks(clocks) };
}

function waysOfClocks({ timerWays }: Clocks): { readonly timerWays?: Readonly<Record<string, string>> } {
  return Object.keys(timerWays).length > 0 ? { timerWays } : {};
}

/** Repeating a task for each of several things is another engine's business. */
export function repeats(element: ModdleElement): boolean {
  return one(element, 'loopCharacteristics') !== undefined;
}
