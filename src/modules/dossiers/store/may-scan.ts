import type { QueryContext } from '../../../kernel/context.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import { postIn, scanPlaces } from '../core/power-places.ts';
import type { DossierRow } from './dossier-row.ts';
import type { TaskRow } from './tasks.ts';

/** Whether the viewer may put pictures of papers on a dossier, as `attachScans` will decide. */
export function mayScan({ actor }: QueryContext, dossier: DossierRow, tasks: readonly TaskRow[]): boolean {
  return (
    phaseAfter(dossier.phase, 'scan').ok && postIn(actor, dossier, scanPlaces(dossier, tasks)) !== undefined
  );
}
