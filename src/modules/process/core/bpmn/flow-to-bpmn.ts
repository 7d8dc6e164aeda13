import { BpmnModdle } from 'bpmn-moddle';
import type { Flow, FlowNode, Way } from '../flow/flow.ts';
import { endPlace } from '../flow/process-graph.ts';
import type { StepTimer } from '../flow/step-timer.ts';
import { drawDiagram } from './draw-diagram.ts';
import { createDrawer, type Drawer } from './drawer.ts';
import { durationOf } from './duration.ts';
import { ownNamespace, ownPrefix, ruleLanguage } from './extension.ts';
import { performerAttributes, stepAttributes, timerAttributes, waitAttributes } from './step-attributes.ts';

/** What a drawn process is called; the code makes the id of its BPMN process. */
export interface DrawnNames {
  readonly code: string;
  readonly name: string;
}

/** A flow as a BPMN 2.0 diagram with its drawing. What BPMN has no word for is in our own namespace. */
export async function flowToBpmn(flow: Flow, names: DrawnNames): Promise<string> {
  const moddle = new BpmnModdle();
  const drawn = createDrawer(moddle);
  const kinds = new Map(flow.nodes.map((node) => [node.id, node.kind]));
  drawn.add('StartEvent', 'Start', {});
  drawn.way('Start', idIn(flow.start));
  for (const node of flow.nodes) drawNode(drawn, node, kinds);
  const elements = drawn.finish();
  const process = moddle.create('bpmn:Process', {
    id: `Process_${names.code}`,
    name: names.name,
    isExecutable: true,
    flowElements: elements,
  });
  const definitions = moddle.create('bpmn:Definitions', {
    id: `Definitions_${names.code}`,
    targetNamespace: ownNamespace,
    exporter: 'Một Cửa',
    [`xmlns:${ownPrefix}`]: ownNamespace,
    rootElements: [process, ...drawn.messages],
    diagrams: [drawDiagram(moddle, process, elements)],
  });
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}

function drawNode(drawn: Drawer, node: FlowNode, kinds: ReadonlyMap<string, FlowNode['kind']>): void {
  const id = idIn(node.id);
  switch (node.kind) {
    case 'step':
      drawStep(drawn, id, node, kinds);
      break;
    case 'choice':
      drawn.add('ExclusiveGateway', id, {});
      for (const way of node.ways) drawWay(drawn, id, way, way.key === node.otherwise);
      break;
    case 'fork':
      drawn.fork(id);
      for (const branch of node.branches) drawn.way(id, idIn(branch));
      break;
    case 'join':
    case 'merge':
      drawn.add(node.kind === 'join' ? 'ParallelGateway' : 'ExclusiveGateway', id, {});
      drawn.way(id, idIn(node.next));
      break;
    case 'end':
      drawn.add('EndEvent', id, {});
      break;
    case 'service':
      drawn.add('ServiceTask', id, { name: node.name });
      drawn.way(id, idIn(node.next));
      break;
    case 'call':
      drawn.add('CallActivity', id, { name: node.name, calledElement: node.process });
      drawn.way(id, idIn(node.next));
      break;
  }
}

function drawStep(
  drawn: Drawer,
  id: string,
  { step, next, timerWays }: Extract<FlowNode, { kind: 'step' }>,
  kinds: ReadonlyMap<string, FlowNode['kind']>,
): void {
  if (step.kind === 'wait') {
    const message = drawn.create('Message', { id: `Message_${step.key}`, name: step.wait.message });
    drawn.messages.push(message);
    drawn.add('ReceiveTask', id, {
      name: step.name,
      ...drawn.extended(drawn.extension('wait', waitAttributes(step))),
      messageRef: message,
    });
  } else {
    const coordinators = (step.coordinators ?? []).map((each) =>
      drawn.extension('coordinator', performerAttributes(each)),
    );
    const extension = drawn.extension('step', stepAttributes(step), coordinators);
    drawn.add('UserTask', id, { name: step.name, ...drawn.extended(extension) });
  }
  const proceeding = step.timers?.filter((timer) => timer.kind === 'proceed') ?? [];
  // A join takes one way from each branch: a clock's way and the step's own meet before it.
  const meets = proceeding.length > 0 && kinds.get(next) === 'join';
  const target = meets ? `Merge_${step.key}` : idIn(next);
  if (meets) {
    drawn.add('ExclusiveGateway', target, {});
    drawn.way(target, idIn(next));
  }
  drawn.way(id, target);
  for (const timer of step.timers ?? []) {
    const way = timerWays?.[timer.key];
    drawTimer(drawn, id, timer, step.hours ?? 0, way === undefined ? target : idIn(way));
  }
}

function drawTimer(drawn: Drawer, step: string, timer: StepTimer, hours: number, target: string): void {
  const id = `Timer_${step}_${timer.key}`;
  const after = hoursOf(timer, hours);
  const timeDuration =
    after > 0 ? { timeDuration: drawn.create('FormalExpression', { body: durationOf(after) }) } : {};
  drawn.add('BoundaryEvent', id, {
    attachedToRef: drawn.element(step),
    cancelActivity: timer.kind === 'proceed',
    ...drawn.extended(drawn.extension('timer', timerAttributes(timer))),
    eventDefinitions: [drawn.create('TimerEventDefinition', { id: `${id}_definition`, ...timeDuration })],
  });
  if (timer.kind === 'proceed') drawn.way(id, target);
}

/** For people who read the drawing; what counts is what our extension says. */
function hoursOf({ at }: StepTimer, hours: number): number {
  if ('hours' in at) return at.hours;
  return 'share' in at ? at.share * hours : hours - at.beforeDue;
}

function drawWay(drawn: Drawer, from: string, { key, label, when, next }: Way, fallback: boolean): void {
  const condition = when && {
    conditionExpression: drawn.create('FormalExpression', {
      language: ruleLanguage,
      body: JSON.stringify(when),
    }),
  };
  const extension = drawn.extended(drawn.extension('choice', { key }));
  drawn.way(from, idIn(next), { name: label, ...extension, ...condition }, fallback);
}

/** Ids of XML begin with a letter and have no colon; ours begin with a capital, so that no step's key is one. */
function idIn(id: string): string {
  if (id === endPlace) return 'End';
  const at = id.indexOf(':');
  if (at < 0) return /^[0-9]/.test(id) ? `_${id}` : id;
  return `${id.charAt(0).toUpperCase()}${id.slice(1, at)}_${id.slice(at + 1)}`;
}
