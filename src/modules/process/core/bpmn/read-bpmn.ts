import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { compileFlow } from '../flow/compile-flow.ts';
import type { Flow } from '../flow/flow.ts';
import { inlineCalls } from '../flow/inline-calls.ts';
import { askAtGateways } from './ask-at-gateways.ts';
import { idOf, many, one, text } from './element.ts';
import { ownPrefixIn } from './extension.ts';
import { lanesOf, tellIgnored } from './foreign.ts';
import { readProcess } from './read-process.ts';
import { readXml, type XmlElement, XmlRefused } from './read-xml.ts';
import type { AcceptedEntry, Diagram, Reading, ReasonedEntry } from './reading.ts';
import { lostIn } from './same-xml.ts';

/** What a diagram means to Một Cửa, element by element. */
export interface BpmnReport {
  /** False when it is no BPMN document at all: nothing but the reason in `refused`. */
  readonly readable: boolean;
  readonly accepted: readonly AcceptedEntry[];
  /** Kept in the file, without meaning for running. */
  readonly ignored: readonly ReasonedEntry[];
  readonly refused: readonly ReasonedEntry[];
  /** What runs; absent when something is refused. */
  readonly definition?: Diagram;
}

/** Longer than any diagram of an administrative procedure, short enough to be read at once. */
export const mostCharacters = 5_000_000;

/** Reads a BPMN 2.0 diagram: what runs, what is only drawn, and what is refused, each with its element and reason. */
export async function readBpmn(xml: string): Promise<BpmnReport> {
  if (xml.length > mostCharacters) return unreadable('process.bpmn-too-large');
  const model = modelOf(xml);
  if (typeof model === 'string') return unreadable(model);
  const repeated = repeatedIds(model);
  if (repeated.length > 0) return { readable: true, accepted: [], ignored: [], refused: repeated };
  const definitions = await parse(xml);
  if (!definitions) return unreadable('process.bpmn-not-bpmn');
  const process = mainProcess(definitions);
  if (!process) return unreadable('process.bpmn-no-process');
  const reading: Reading = {
    prefix: ownPrefixIn(definitions),
    accepted: [],
    ignored: [],
    refused: [],
    guesses: [],
    calls: new Set(),
    local: new Map(),
    lanes: laneNames(definitions, process),
  };
  const drawn = readProcess(reading, process);
  readCalled(reading, definitions);
  tellIgnored(reading, definitions, process);
  reading.ignored.push(...(await lostInModeler(model, definitions)));
  const { ignored, refused } = reading;
  const unread = { readable: true, accepted: reading.accepted, ignored, refused };
  if (!drawn || refused.length > 0) return unread;
  const asking = new Set(
    problemsOf(reading, drawn).flatMap(({ id, reason }) =>
      reason === 'process.choice-nobody-makes' ? [id] : [],
    ),
  );
  const flow = askAtGateways(reading, drawn, asking);
  for (const [process, inside] of reading.local)
    reading.local.set(process, askAtGateways(reading, inside, asking));
  const accepted = reading.accepted.map(
    (entry): AcceptedEntry =>
      asking.has(entry.id) ? { ...entry, as: 'step', note: 'process.bpmn-gateway-asks' } : entry,
  );
  const problems = problemsOf(reading, flow);
  if (problems.length > 0) return { ...unread, refused: problems };
  const definition: Diagram = {
    id: idOf(process),
    name: text(process, 'name') ?? idOf(process),
    flow,
    local: reading.local,
    calls: [...reading.calls].filter((called) => !reading.local.has(called)),
    guesses: reading.guesses,
  };
  return { readable: true, accepted, ignored, refused, definition };
}

function unreadable(reason: string): BpmnReport {
  const refused = [{ id: '', type: 'xml', reason }];
  return { readable: false, accepted: [], ignored: [], refused };
}

function modelOf(xml: string): XmlElement | string {
  try {
    return readXml(xml);
  } catch (error) {
    if (error instanceof XmlRefused) return error.type;
    throw error;
  }
}

const modelNamespace = '{http://www.omg.org/spec/BPMN/20100524/MODEL}';

/** Elements whose id was used before: readers keep one of them, and not all the same one. */
function repeatedIds(model: XmlElement): ReasonedEntry[] {
  const seen = new Set<string>();
  return elementsWithin(model).flatMap(({ name, attributes }) => {
    const id = attributes.get('id');
    if (id === undefined || !name.startsWith(modelNamespace)) return [];
    const type = `bpmn:${name.slice(modelNamespace.length)}`;
    const entry = seen.has(id) ? [{ id, type, reason: 'process.flow-id-repeated' }] : [];
    seen.add(id);
    return entry;
  });
}

function elementsWithin(element: XmlElement): readonly XmlElement[] {
  const inner = element.children.filter((child) => typeof child !== 'string');
  return [element, ...inner.flatMap(elementsWithin)];
}

/** What the modeler would leave out when it saves, by path: content at places where BPMN allows none. */
async function lostInModeler(model: XmlElement, definitions: ModdleElement): Promise<ReasonedEntry[]> {
  const { xml } = await new BpmnModdle().toXML(definitions);
  return lostIn(model, readXml(xml)).map((id) => ({
    id,
    type: 'xml',
    reason: 'process.bpmn-lost-in-modeler',
  }));
}

/** The document as moddle reads it; undefined when it is XML but not BPMN. */
async function parse(xml: string): Promise<ModdleElement | undefined> {
  try {
    const { rootElement } = await new BpmnModdle().fromXML(xml);
    return rootElement.$type === 'bpmn:Definitions' ? rootElement : undefined;
  } catch {
    return undefined;
  }
}

/** The one that is marked to run; among several or none marked, the one with the most tasks. */
function mainProcess(definitions: ModdleElement): ModdleElement | undefined {
  const called = new Set(
    many(definitions, 'rootElements')
      .flatMap((root) => many(root, 'flowElements'))
      .map((element) => text(element, 'calledElement')),
  );
  const processes = many(definitions, 'rootElements').filter(
    (root) => root.$type === 'bpmn:Process' && many(root, 'flowElements').length > 0,
  );
  const own = processes.filter((process) => !called.has(idOf(process)));
  const marked = own.filter((process) => process.isExecutable === true);
  const tasks = (process: ModdleElement) =>
    many(process, 'flowElements').filter(({ $type }) => $type.endsWith('Task')).length;
  return (marked.length > 0 ? marked : own).toSorted((a, b) => tasks(b) - tasks(a))[0] ?? processes[0];
}

/** Processes of the same file that are called, and what they call. */
function readCalled(reading: Reading, definitions: ModdleElement): void {
  const processes = many(definitions, 'rootElements').filter((root) => root.$type === 'bpmn:Process');
  for (const called of reading.calls) {
    const process = processes.find((candidate) => idOf(candidate) === called);
    if (!process || reading.local.has(called)) continue;
    const flow = readProcess(reading, process);
    if (flow) reading.local.set(called, flow);
  }
}

/** The name of the innermost lane of each element, else of its pool. */
function laneNames(definitions: ModdleElement, process: ModdleElement): ReadonlyMap<string, string> {
  const pools = many(definitions, 'rootElements').flatMap((root) => many(root, 'participants'));
  const pool = text(
    pools.find((candidate) => one(candidate, 'processRef') === process),
    'name',
  );
  const names = new Map<string, string>();
  if (pool !== undefined) for (const element of many(process, 'flowElements')) names.set(idOf(element), pool);
  for (const lane of many(process, 'laneSets').flatMap(lanesOf)) {
    const name = text(lane, 'name');
    if (name !== undefined) for (const element of many(lane, 'flowNodeRef')) names.set(idOf(element), name);
  }
  return names;
}

/** What is wrong with the flow as a whole. A call that is pinned only at publication stands for one step. */
function problemsOf(reading: Reading, flow: Flow): readonly ReasonedEntry[] {
  const inlined = inlineCalls(flow, (process) => reading.local.get(process) ?? placeholder);
  const compiled = inlined.ok ? compileFlow(inlined.flow) : inlined;
  if (compiled.ok) return [];
  const types = new Map(reading.accepted.map(({ id, type, name }) => [id, { type, ...(name && { name }) }]));
  return compiled.problems.map(({ at, type: reason }) => {
    const id = types.has(at) ? at : at.slice(at.lastIndexOf('.') + 1);
    return { id, type: 'bpmn:FlowNode', ...types.get(id), reason };
  });
}

const placeholder: Flow = {
  start: 'step',
  nodes: [
    {
      id: 'step',
      kind: 'step',
      next: 'end',
      step: {
        key: 'step',
        name: 'step',
        kind: 'work',
        hours: 0,
        performer: { unit: 'competent', role: 'specialist' },
      },
    },
    { id: 'end', kind: 'end' },
  ],
};
