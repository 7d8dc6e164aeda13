/** What we use of the modeler's services; its own types are looser than its behaviour. */
export interface DiagramElement {
  readonly id: string;
  readonly type: string;
  readonly businessObject: BusinessObject;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly parent?: unknown;
  readonly incoming?: readonly DiagramElement[];
  readonly outgoing?: readonly DiagramElement[];
  /** A label beside an element stands for that element. */
  readonly labelTarget?: DiagramElement;
}

export interface BusinessObject {
  readonly $type: string;
  readonly name?: string;
  readonly extensionElements?: { readonly values?: readonly Extension[] };
  readonly messageRef?: unknown;
}

export interface Extension {
  readonly $type: string;
  readonly [attribute: string]: unknown;
}

export interface Modeling {
  updateProperties(element: DiagramElement, properties: Readonly<Record<string, unknown>>): void;
}

export interface Moddle {
  create(type: string, properties: Readonly<Record<string, unknown>>): unknown;
  createAny(type: string, namespace: string, properties: Readonly<Record<string, unknown>>): unknown;
}

export interface EventBus {
  on(
    events: string | readonly string[],
    listener: (event: { readonly newSelection?: readonly DiagramElement[] }) => void,
  ): void;
}

/** A shown or edited diagram, as our components use it. */
export interface ShownDiagram {
  destroy(): void;
  fit(): void;
  /** Chooses an element and brings it into view. */
  select(id: string): void;
  /** The steps and waits, as somebody reads them: from the left. */
  steps(): readonly DiagramElement[];
  /** Lays a second step beside one, between a fork and a join, and chooses it. */
  branch(step: DiagramElement): void;
  xml(): Promise<string>;
  onChange(listener: () => void): void;
  onSelect(listener: (element: DiagramElement | undefined) => void): void;
  /** Writes name and what Một Cửa adds to a step or a wait. */
  write(element: DiagramElement, change: StepProperties): void;
}

/** What the panel edits; texts as the diagram stores them, an empty one is left out. */
export type StepProperties = Readonly<Record<string, string>>;

export const ownNamespace = 'urn:motcua:process:1';

/** Which of our extensions an element carries: a step's for tasks, a wait's for receiving. */
export function ownExtension({ businessObject }: DiagramElement): 'motcua:step' | 'motcua:wait' | undefined {
  if (businessObject.$type === 'bpmn:ReceiveTask') return 'motcua:wait';
  return businessObject.$type === 'bpmn:UserTask' || businessObject.$type === 'bpmn:Task'
    ? 'motcua:step'
    : undefined;
}

/** The properties of an element as stored; empty where nothing is said. */
export function propertiesOf(element: DiagramElement): StepProperties {
  const wanted = ownExtension(element);
  const extension = element.businessObject.extensionElements?.values?.find(({ $type }) => $type === wanted);
  const said = Object.entries(extension ?? {}).filter(
    ([name, value]) => !name.startsWith('$') && typeof value === 'string',
  );
  return Object.fromEntries([...said, ['name', element.businessObject.name ?? '']]) as StepProperties;
}
