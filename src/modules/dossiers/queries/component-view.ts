import type { ComponentView } from '../contract.ts';
import type { ComponentRow } from '../store/components.ts';

/** A listed paper as screens show it; what is not known is left out. `hasForm`: the dossier's e-form was filled in. */
export function componentView(row: ComponentRow, hasForm: boolean): ComponentView {
  const { key, name, mode, need, byForm, paperless, fileIds, ...facts } = row;
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  return {
    key,
    name,
    mode,
    need,
    byForm: byForm && hasForm,
    signed: byForm && !hasForm,
    paperless,
    fileIds,
    ...Object.fromEntries(known),
  };
}
