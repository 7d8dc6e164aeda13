/** The package ships no types for its entry; what is read here is checked as it is read (`element.ts`). */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    /** Attributes of other namespaces, by their name as written. */
    readonly $attrs?: Readonly<Record<string, unknown>>;
    /** Children and text of an element the meta-model does not know. */
    readonly $children?: readonly ModdleElement[];
    readonly $body?: string;
    readonly [property: string]: unknown;
  }

  export class BpmnModdle {
    /** Rejects what is not a BPMN document; content it does not know is left out and named in `warnings`. */
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement;
      readonly warnings: readonly { readonly message: string }[];
    }>;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    createAny(type: string, namespace: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
  }
}
