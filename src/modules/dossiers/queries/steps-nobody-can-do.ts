import type { Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Connection } from '../../../platform/database.ts';
import { findStepsWithoutPerformer, type Step } from '../../process/public.ts';
import type { DossierDeps } from '../store/deps.ts';
import { competentUnits } from '../store/pinned.ts';

/**
 * Of the steps those that nobody could do in any of the agencies that decide one of the procedures: such a process is
 * not published. Agencies that lack somebody while others have them are found each night instead.
 */
export async function stepsNobodyCanDo(
  deps: Pick<DossierDeps, 'identity' | 'catalogue'>,
  connection: Connection,
  jurisdiction: Jurisdiction,
  steps: readonly Step[],
  procedures: readonly string[],
  on: PlainDate,
): Promise<readonly string[]> {
  const isStaffed = await deps.identity.staffing(connection, on);
  const undoable = new Set<string>();
  for (const code of procedures) {
    const version = await deps.catalogue.getVersionInForce(connection, jurisdiction, code, on);
    if (!version.ok) continue;
    const agencies = competentUnits(deps, version.value, on).map(({ id }) => id);
    const gaps = findStepsWithoutPerformer(deps.identity.units, isStaffed, steps, agencies, on);
    for (const [key, lacking] of Map.groupBy(gaps, (gap) => gap.stepKey))
      if (lacking.length === agencies.length) undoable.add(key);
  }
  return [...undoable];
}
