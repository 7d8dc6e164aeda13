import { fieldId } from '../../ui/error-summary.tsx';

/** Id of the control a refusal points at: the form's intent, then the field; papers by their key, never by number. */
export function fieldIdOf(pointer: string, intent: string, papers: readonly string[]): string {
  const named = pointer.replace(/^\/components\/(\d+)\//, (whole, index) => {
    const key = papers[Number(index)];
    return key === undefined ? whole : `/components/${key}/`;
  });
  return `${intent}.${fieldId(named)}`;
}
