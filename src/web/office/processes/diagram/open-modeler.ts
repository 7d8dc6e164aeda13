import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import AlignElements from 'bpmn-js/lib/features/align-elements/index.js';
import DistributeElements from 'bpmn-js/lib/features/distribute-elements/index.js';
import Modeler from 'bpmn-js/lib/Modeler.js';
import { type Branching, branchModule } from './branch-module.ts';
import {
  type DiagramElement,
  type EventBus,
  type Moddle,
  type Modeling,
  ownExtension,
  ownNamespace,
  type ShownDiagram,
} from './diagram-parts.ts';
import { subsetModule } from './subset-module.ts';
import { vietnamese } from './vietnamese.ts';

/**
 * Aligning and distributing write inline styles into their icons, which the page's policy blocks; a layered process has
 * no need of either.
 */
const leftOut: ReadonlySet<unknown> = new Set([AlignElements, DistributeElements]);

class ProcessModeler extends Modeler {}
ProcessModeler.prototype._modules = Modeler.prototype._modules.filter((module) => !leftOut.has(module));

/** Opens the modeler on a diagram: what Một Cửa runs and nothing else, in Vietnamese. Throws when it is no BPMN. */
export async function openModeler(container: HTMLElement, xml: string): Promise<ShownDiagram> {
  const modeler = new ProcessModeler({
    container,
    additionalModules: [vietnamese, subsetModule, branchModule],
  });
  await modeler.importXML(xml);
  const canvas = modeler.get<{
    zoom(level: string, center: string): void;
    scrollToElement(element: DiagramElement): void;
  }>('canvas');
  const bus = modeler.get<EventBus>('eventBus');
  const modeling = modeler.get<Modeling>('modeling');
  const moddle = modeler.get<Moddle>('moddle');
  const registry = modeler.get<{
    get(id: string): DiagramElement | undefined;
    getAll(): readonly DiagramElement[];
  }>('elementRegistry');
  const selection = modeler.get<{ select(element: DiagramElement): void }>('selection');
  const branching = modeler.get<Branching>('motcuaBranching');
  const choose = (element: DiagramElement | undefined) => {
    if (element === undefined) return;
    canvas.scrollToElement(element);
    selection.select(element);
  };
  canvas.zoom('fit-viewport', 'auto');
  return {
    destroy: () => modeler.destroy(),
    fit: () => canvas.zoom('fit-viewport', 'auto'),
    select: (id) => choose(registry.get(id)),
    steps: () =>
      registry
        .getAll()
        .filter((element) => element.labelTarget === undefined && ownExtension(element) !== undefined)
        .toSorted((one, other) => one.x - other.x || one.y - other.y),
    branch: (step) => choose(branching.beside(step)),
    async xml() {
      const { xml: written } = await modeler.saveXML({ format: true });
      if (written === undefined) throw new Error('the modeler wrote no diagram');
      return written;
    },
    onChange: (listener) => bus.on('commandStack.changed', listener),
    onSelect: (listener) =>
      bus.on(['selection.changed', 'elements.changed'], (event) => {
        const [only, ...more] =
          event.newSelection ?? modeler.get<{ get(): DiagramElement[] }>('selection').get();
        listener(more.length > 0 ? undefined : (only?.labelTarget ?? only));
      }),
    write(element, { name, ...attributes }) {
      const type = ownExtension(element);
      const others =
        element.businessObject.extensionElements?.values?.filter(({ $type }) => $type !== type) ?? [];
      const said = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));
      const values = type === undefined ? others : [moddle.createAny(type, ownNamespace, said), ...others];
      modeling.updateProperties(element, {
        name,
        extensionElements: moddle.create('bpmn:ExtensionElements', { values }),
      });
    },
  };
}
