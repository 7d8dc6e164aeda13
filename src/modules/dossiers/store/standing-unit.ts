import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { UnitDirectory } from '../../identity/public.ts';

/**
 * Who holds a unit's work on a day: itself, else its single successor; itself again where a split leaves the choice
 * open. Registers, books, receipts and places to call at follow a reorganisation; where a dossier came in does not.
 */
export function standingUnit(
  units: Pick<UnitDirectory, 'successorOn'>,
  unitId: Id<'unit'>,
  on: PlainDate,
): Id<'unit'> {
  return units.successorOn(unitId, on)?.id ?? unitId;
}
