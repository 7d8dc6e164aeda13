import type { ModdleElement } from 'bpmn-moddle';
import type { Flow, FlowNode } from '../flow/flow.ts';
import { idOf, many, one, text } from './element.ts';
import { readStep, readWait, repeats } from './read-activities.ts';
import { type Clocks, drawnBehindWarnings, onlyDefinition, readClocks, timerAt } from './read-clocks.ts';
import { onlyWay, readChoice, targetOf, type Ways, waysFrom } from './read-ways.ts';
import { accept, entryOf, ignore, type Reading, refuseElement } from './reading.ts';

const drawnOnly = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

interface Scope {
  readonly reading: Reading;
  readonly ways: Ways;
  readonly elements: ReadonlyMap<string, ModdleElement>;
  readonly names: ReadonlyMap<string, string>;
  readonly incoming: ReadonlyMap<string, number>;
  readonly boundaries: ReadonlyMap<string, readonly ModdleElement[]>;
}

/** Reads a process or an embedded sub-process into a flow; what cannot run is in `reading.refused`. */
export function readProcess(reading: Reading, container: ModdleElement): Flow | undefined {
  const all = many(container, 'flowElements');
  const elements = new Map(all.map((element) => [idOf(element), element]));
  const ways = waysFrom(container);
  const targets = [...ways.values()].flat().map(targetOf);
  const scope: Scope = {
    reading,
    ways,
    elements,
    names: new Map(all.flatMap((element) => [[idOf(element), text(element, 'name') ?? idOf(element)]])),
    incoming: new Map([...Map.groupBy(targets, (id) => id)].map(([id, each]) => [id, each.length])),
    boundaries: Map.groupBy(
      all.filter((element) => element.$type === 'bpmn:BoundaryEvent'),
      (event) => idOf(one(event, 'attachedToRef') ?? event),
    ),
  };
  const drawn = drawnBehindWarnings(reading, ways, elements);
  const nodes = all
    .filter((element) => !drawn.has(idOf(element)))
    .flatMap((element): readonly FlowNode[] => {
      const node = readElement(scope, element);
      return node ? [node] : [];
    });
  const [start, ...more] = all.filter((element) => element.$type === 'bpmn:StartEvent');
  for (const other of more) refuseElement(reading, other, 'several-starts');
  if (!start) refuseElement(reading, container, 'no-start');
  return start && { start: idOf(start), nodes };
}

function readElement(scope: Scope, element: ModdleElement): FlowNode | undefined {
  const { reading } = scope;
  if (drawnOnly.has(element.$type)) ignore(reading, element, 'drawn-only');
  else if (repeats(element)) refuseElement(reading, element, 'repeated');
  else
    switch (element.$type) {
      case 'bpmn:SequenceFlow':
        return undefined;
      case 'bpmn:BoundaryEvent':
        if (!one(element, 'attachedToRef')) refuseElement(reading, element, 'boundary-not-a-timer');
        return undefined;
      case 'bpmn:StartEvent':
        return readStart(scope, element);
      case 'bpmn:EndEvent':
        return readEnd(reading, element);
      case 'bpmn:ExclusiveGateway':
      case 'bpmn:ParallelGateway':
        return readGateway(scope, element);
      case 'bpmn:IntermediateCatchEvent':
        return readCatch(scope, element);
      case 'bpmn:IntermediateThrowEvent':
        return readThrow(scope, element);
      default:
        return readActivity(scope, element);
    }
  return undefined;
}

function readActivity(scope: Scope, element: ModdleElement): FlowNode | undefined {
  const { reading, ways } = scope;
  const id = idOf(element);
  const known = [
    'Task',
    'UserTask',
    'ManualTask',
    'ReceiveTask',
    'ServiceTask',
    'SendTask',
    'CallActivity',
    'SubProcess',
  ];
  if (!known.some((type) => element.$type === `bpmn:${type}`)) {
    refuseElement(reading, element, 'not-run');
    return undefined;
  }
  const events = scope.boundaries.get(id) ?? [];
  const next = onlyWay(reading, ways, element);
  if (next === undefined) return undefined;
  if (['bpmn:Task', 'bpmn:UserTask', 'bpmn:ManualTask'].includes(element.$type))
    return readStep(reading, element, next, readClocks(reading, ways, events));
  if (element.$type === 'bpmn:ReceiveTask')
    return readWait(reading, element, next, readClocks(reading, ways, events), one(element, 'messageRef'));
  for (const event of events) refuseElement(reading, event, 'boundary-not-on-step');
  if (element.$type === 'bpmn:CallActivity') return readCall(reading, element, next);
  if (element.$type === 'bpmn:SubProcess') return readSubProcess(reading, element, next);
  accept(reading, element, 'service');
  return { id, kind: 'service', name: text(element, 'name') ?? id, next };
}

function readCall(reading: Reading, element: ModdleElement, next: string): FlowNode | undefined {
  const process = text(element, 'calledElement');
  if (process === undefined) {
    refuseElement(reading, element, 'call-without-process');
    return undefined;
  }
  reading.accepted.push({ ...entryOf(element), as: 'call', calls: process });
  reading.calls.add(process);
  const id = idOf(element);
  return { id, kind: 'call', name: text(element, 'name') ?? id, process, next };
}

/** An embedded sub-process is a call of what lies inside it. */
function readSubProcess(reading: Reading, element: ModdleElement, next: string): FlowNode | undefined {
  if (element.triggeredByEvent === true) {
    refuseElement(reading, element, 'not-run');
    return undefined;
  }
  accept(reading, element, 'part');
  const id = idOf(element);
  const process = `#${id}`;
  const inside = readProcess(reading, element);
  if (inside) reading.local.set(process, inside);
  return { id, kind: 'call', name: text(element, 'name') ?? id, process, next };
}

function readStart(scope: Scope, element: ModdleElement): FlowNode | undefined {
  const definition = onlyDefinition(element);
  if (many(element, 'eventDefinitions').length > 0 && definition?.$type !== 'bpmn:MessageEventDefinition') {
    refuseElement(scope.reading, element, 'event-not-run');
    return undefined;
  }
  const next = onlyWay(scope.reading, scope.ways, element);
  accept(scope.reading, element, 'start');
  return next === undefined ? undefined : { id: idOf(element), kind: 'merge', next };
}

function readEnd(reading: Reading, element: ModdleElement): FlowNode | undefined {
  const plain = ['bpmn:TerminateEventDefinition', 'bpmn:MessageEventDefinition'];
  if (many(element, 'eventDefinitions').some(({ $type }) => !plain.includes($type))) {
    refuseElement(reading, element, 'event-not-run');
    return undefined;
  }
  accept(reading, element, 'end');
  return { id: idOf(element), kind: 'end' };
}

function readGateway(
  { reading, ways, incoming, names }: Scope,
  element: ModdleElement,
): FlowNode | undefined {
  const id = idOf(element);
  const flows = ways.get(id) ?? [];
  const into = incoming.get(id) ?? 0;
  const parallel = element.$type === 'bpmn:ParallelGateway';
  if (flows.length === 0) refuseElement(reading, element, 'no-way-on');
  else if (parallel && flows.length > 1 && into > 1) refuseElement(reading, element, 'join-and-fork');
  else {
    accept(reading, element, 'gateway');
    if (!parallel && flows.length > 1) return readChoice(reading, element, flows, names);
    for (const flow of flows) accept(reading, flow, 'way');
    const [first = id] = flows.map(targetOf);
    if (flows.length > 1) return { id, kind: 'fork', branches: flows.map(targetOf) };
    return { id, kind: parallel && into > 1 ? 'join' : 'merge', next: first };
  }
  return undefined;
}

/** A caught message is a wait; a caught timer a wait that a clock ends. */
function readCatch({ reading, ways }: Scope, element: ModdleElement): FlowNode | undefined {
  const definition = onlyDefinition(element);
  const type = definition?.$type;
  if (!definition || (type !== 'bpmn:MessageEventDefinition' && type !== 'bpmn:TimerEventDefinition')) {
    refuseElement(reading, element, 'event-not-run');
    return undefined;
  }
  const next = onlyWay(reading, ways, element);
  if (next === undefined) return undefined;
  if (type === 'bpmn:MessageEventDefinition')
    return readWait(reading, element, next, none, one(definition, 'messageRef'));
  const at = timerAt(reading, element, definition);
  if (!at) {
    refuseElement(reading, element, 'timer-not-a-duration');
    return undefined;
  }
  return readWait(
    reading,
    element,
    next,
    { timers: [{ key: 'over', kind: 'proceed', at }], timerWays: {} },
    undefined,
  );
}

const none: Clocks = { timers: [], timerWays: {} };

function readThrow({ reading, ways }: Scope, element: ModdleElement): FlowNode | undefined {
  const definitions = many(element, 'eventDefinitions');
  if (definitions.some(({ $type }) => $type !== 'bpmn:MessageEventDefinition')) {
    refuseElement(reading, element, 'event-not-run');
    return undefined;
  }
  const next = onlyWay(reading, ways, element);
  if (next === undefined) return undefined;
  accept(reading, element, 'service');
  const id = idOf(element);
  return { id, kind: 'service', name: text(element, 'name') ?? id, next };
}
