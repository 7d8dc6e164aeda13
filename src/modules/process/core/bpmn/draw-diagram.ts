import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { idOf, one } from './element.ts';
import { layOut } from './layout.ts';

/** The drawing (DI) of a process that begins with the element `Start`. */
export function drawDiagram(
  moddle: BpmnModdle,
  process: ModdleElement,
  elements: readonly ModdleElement[],
): ModdleElement {
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  const nodes = elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow');
  const attached = new Map(
    nodes.flatMap((node) => {
      const host = one(node, 'attachedToRef');
      return host ? [[idOf(node), idOf(host)] as const] : [];
    }),
  );
  const { shapes, edges } = layOut({
    start: 'Start',
    shapes: new Map(nodes.map((node) => [idOf(node), shapeOf(node)])),
    attached,
    links: flows.map((flow) => ({
      id: idOf(flow),
      from: idOf(one(flow, 'sourceRef') ?? flow),
      to: idOf(one(flow, 'targetRef') ?? flow),
    })),
  });
  const planeElement = [
    ...nodes.map((node) =>
      moddle.create('bpmndi:BPMNShape', {
        id: `${idOf(node)}_di`,
        bpmnElement: node,
        ...(node.$type === 'bpmn:ExclusiveGateway' && { isMarkerVisible: true }),
        bounds: moddle.create('dc:Bounds', { ...shapes.get(idOf(node)) }),
      }),
    ),
    ...flows.map((flow) =>
      moddle.create('bpmndi:BPMNEdge', {
        id: `${idOf(flow)}_di`,
        bpmnElement: flow,
        waypoint: (edges.get(idOf(flow)) ?? []).map((point) => moddle.create('dc:Point', { ...point })),
      }),
    ),
  ];
  const plane = moddle.create('bpmndi:BPMNPlane', { id: 'Plane', bpmnElement: process, planeElement });
  return moddle.create('bpmndi:BPMNDiagram', { id: 'Diagram', plane });
}

function shapeOf({ $type }: ModdleElement): 'task' | 'gateway' | 'event' {
  if ($type.endsWith('Gateway')) return 'gateway';
  return $type.endsWith('Event') ? 'event' : 'task';
}
