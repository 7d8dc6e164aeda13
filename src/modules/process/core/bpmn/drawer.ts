import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { ownNamespace, ownPrefix } from './extension.ts';
import type { Attributes } from './step-attributes.ts';

type Properties = Readonly<Record<string, unknown>>;

interface DrawnWay {
  readonly from: string;
  readonly to: string;
  readonly more: Properties;
  /** The default way of the gateway it leaves. */
  readonly fallback: boolean;
}

export type Drawer = ReturnType<typeof createDrawer>;

/** Collects flow elements and ways; ways refer to elements, so they are made when all elements are there. */
export function createDrawer(moddle: BpmnModdle) {
  const elements = new Map<string, ModdleElement>();
  const ways: DrawnWay[] = [];
  const messages: ModdleElement[] = [];
  const forks = new Set<string>();
  const create = (type: string, properties: Properties) => moddle.create(`bpmn:${type}`, properties);
  const add = (type: string, id: string, properties: Properties) => {
    elements.set(id, create(type, { id, ...properties }));
  };

  /** A parallel gateway waits for every way into it: alternatives meet at a gateway of their own before a fork. */
  function meetBeforeForks(): readonly DrawnWay[] {
    const into = Map.groupBy(ways, ({ to }) => to);
    return ways
      .map((way) => {
        const several = (into.get(way.to)?.length ?? 0) > 1;
        return several && forks.has(way.to) ? { ...way, to: meetOf(way.to) } : way;
      })
      .concat(
        [...into].flatMap(([to, each]) => {
          if (each.length < 2 || !forks.has(to)) return [];
          add('ExclusiveGateway', meetOf(to), {});
          return [{ from: meetOf(to), to, more: {}, fallback: false }];
        }),
      );
  }

  return {
    messages,
    create,
    add,
    fork: (id: string) => {
      forks.add(id);
      add('ParallelGateway', id, {});
    },
    element: (id: string) => elements.get(id),
    extension: (name: string, attributes: Attributes, inner: readonly ModdleElement[] = []) =>
      moddle.createAny(`${ownPrefix}:${name}`, ownNamespace, {
        ...attributes,
        ...(inner.length > 0 && { $children: inner }),
      }),
    extended: (...values: ModdleElement[]) => ({
      extensionElements: create('ExtensionElements', { values }),
    }),
    way: (from: string, to: string, more: Properties = {}, fallback = false) => {
      ways.push({ from, to, more, fallback });
    },
    /** All flow elements, joined by their ways. */
    finish: (): readonly ModdleElement[] => {
      const drawn = meetBeforeForks().map(({ from, to, more, fallback }, at) => {
        const [sourceRef, targetRef] = [elements.get(from), elements.get(to)];
        if (!sourceRef || !targetRef) throw new Error(`way from ${from} to ${to} has an end missing`);
        const way = create('SequenceFlow', { id: `Flow_${at + 1}`, ...more, sourceRef, targetRef });
        push(sourceRef, 'outgoing', way);
        push(targetRef, 'incoming', way);
        if (fallback) Object.assign(sourceRef, { default: way });
        return way;
      });
      return [...elements.values(), ...drawn];
    },
  };
}

function meetOf(fork: string): string {
  return `Meet_${fork}`;
}

function push(element: ModdleElement, list: string, way: ModdleElement): void {
  const known = element[list];
  if (Array.isArray(known)) known.push(way);
  else Object.assign(element, { [list]: [way] });
}
