import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';

/** Shows a diagram to look at: moved and zoomed, never changed. Throws when it is no BPMN. */
export async function openViewer(
  container: HTMLElement,
  xml: string,
): Promise<{ destroy(): void; fit(): void }> {
  const viewer = new NavigatedViewer({ container });
  await viewer.importXML(xml);
  const canvas = viewer.get<{ zoom(level: string, center: string): void }>('canvas');
  canvas.zoom('fit-viewport', 'auto');
  return { destroy: () => viewer.destroy(), fit: () => canvas.zoom('fit-viewport', 'auto') };
}
