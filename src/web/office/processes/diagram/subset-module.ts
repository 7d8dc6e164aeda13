import type { DiagramElement } from './diagram-parts.ts';

type Entries = Readonly<Record<string, Entry>>;

interface Entry {
  readonly group?: string;
  readonly className?: string;
  readonly title?: string;
  readonly action?: unknown;
}

interface Registry {
  registerProvider(priority: number, provider: object): void;
}

interface Services {
  readonly create: { start(event: Event, shape: unknown, context?: object): void };
  readonly elementFactory: { createShape(what: { readonly type: string }): unknown };
  readonly autoPlace: { append(source: DiagramElement, shape: unknown): void };
  readonly translate: (english: string) => string;
}

/** Behind the modeler's own providers, which answer at 1000: we see their entries and keep ours. */
const afterwards = 500;

const paletteKept = [
  'hand-tool',
  'lasso-tool',
  'space-tool',
  'global-connect-tool',
  'tool-separator',
  'create.start-event',
  'create.end-event',
];
const padKept = ['append.end-event', 'replace', 'connect', 'delete'];
const replaceKept =
  /^replace-with-(user-task|service-task|receive-task|exclusive-gateway|parallel-gateway|none-end|sequence-flow|default-flow|conditional-flow|timer-boundary|non-interrupting-timer-boundary)$/;

/**
 * What can be drawn is what runs: tasks, waits, the two gateways, start and end, clocks on a task. The rest of BPMN is
 * not offered, and refused when it comes from elsewhere.
 */
class Subset {
  static $inject = [
    'palette',
    'contextPad',
    'popupMenu',
    'create',
    'elementFactory',
    'autoPlace',
    'translate',
  ];

  constructor(
    palette: Registry,
    contextPad: Registry,
    popupMenu: { registerProvider(menu: string, priority: number, provider: object): void },
    create: Services['create'],
    elementFactory: Services['elementFactory'],
    autoPlace: Services['autoPlace'],
    translate: Services['translate'],
  ) {
    const services = { create, elementFactory, autoPlace, translate };
    palette.registerProvider(afterwards, {
      getPaletteEntries: () => (entries: Entries) => ({
        ...picked(entries, paletteKept),
        ...created(services),
      }),
    });
    contextPad.registerProvider(afterwards, {
      getContextPadEntries: (element: DiagramElement) => (entries: Entries) => ({
        ...('append.end-event' in entries ? appended(services, element) : {}),
        ...picked(entries, padKept),
      }),
      getMultiElementContextPadEntries: () => (entries: Entries) => picked(entries, ['delete']),
    });
    popupMenu.registerProvider('bpmn-replace', afterwards, {
      getPopupMenuEntries: () => (entries: Entries) =>
        Object.fromEntries(Object.entries(entries).filter(([name]) => replaceKept.test(name))),
      getPopupMenuHeaderEntries: () => () => ({}),
    });
  }
}

export const subsetModule = { __init__: ['motcuaSubset'], motcuaSubset: ['type', Subset] };

const parts = [
  { name: 'user-task', type: 'bpmn:UserTask', className: 'bpmn-icon-user-task', words: 'user task' },
  {
    name: 'receive-task',
    type: 'bpmn:ReceiveTask',
    className: 'bpmn-icon-receive-task',
    words: 'receive task',
  },
  {
    name: 'exclusive-gateway',
    type: 'bpmn:ExclusiveGateway',
    className: 'bpmn-icon-gateway-xor',
    words: 'exclusive gateway',
  },
  {
    name: 'parallel-gateway',
    type: 'bpmn:ParallelGateway',
    className: 'bpmn-icon-gateway-parallel',
    words: 'parallel gateway',
  },
] as const;

function created({ create, elementFactory, translate }: Services): Entries {
  return Object.fromEntries(
    parts.map(({ name, type, className, words }) => {
      const start = (event: Event) => create.start(event, elementFactory.createShape({ type }));
      return [
        `create.${name}`,
        {
          group: 'activity',
          className,
          title: translate(`Create ${words}`),
          action: { dragstart: start, click: start },
        },
      ];
    }),
  );
}

function appended(
  { create, elementFactory, autoPlace, translate }: Services,
  source: DiagramElement,
): Entries {
  return Object.fromEntries(
    parts.map(({ name, type, className, words }) => {
      const click = () => autoPlace.append(source, elementFactory.createShape({ type }));
      const dragstart = (event: Event) =>
        create.start(event, elementFactory.createShape({ type }), { source });
      return [
        `append.${name}`,
        { group: 'model', className, title: translate(`Append ${words}`), action: { click, dragstart } },
      ];
    }),
  );
}

function picked(entries: Entries, names: readonly string[]): Entries {
  return Object.fromEntries(
    names.flatMap((name) => (entries[name] === undefined ? [] : [[name, entries[name]]])),
  );
}
