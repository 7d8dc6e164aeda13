/** What we use of bpmn-js; its own declarations are those of a CommonJS package and do not fit ours. */
declare module 'bpmn-js/lib/NavigatedViewer.js' {
  export interface ViewerOptions {
    readonly container: HTMLElement;
    readonly additionalModules?: readonly object[];
  }
  export default class NavigatedViewer {
    constructor(options: ViewerOptions);
    _modules: readonly unknown[];
    importXML(xml: string): Promise<unknown>;
    saveXML(options: { readonly format: boolean }): Promise<{ readonly xml?: string }>;
    get<Service>(name: string): Service;
    destroy(): void;
  }
}

declare module 'bpmn-js/lib/Modeler.js' {
  export { default } from 'bpmn-js/lib/NavigatedViewer.js';
}

declare module 'bpmn-js/lib/features/align-elements/index.js' {
  const module: object;
  export default module;
}

declare module 'bpmn-js/lib/features/distribute-elements/index.js' {
  const module: object;
  export default module;
}
