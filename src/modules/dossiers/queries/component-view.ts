import type { ComponentView } from '../contract.ts';
import type { ComponentRow } from '../store/components.ts';

/** A listed paper as screens show it; what is not known is left out. */
export function componentView(row: ComponentRow): ComponentView {
  const { key, name, mode, need, byForm, paperless, fileIds, ...facts } = row;
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  return { key, name, mode, need, byForm, paperless, fileIds, ...Object.fromEntries(known) };
}
