import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { UnitDirectory, WorkKind } from '../../identity/public.ts';

type Directory = Pick<UnitDirectory, 'unitOn' | 'successorsOn' | 'heirFor' | 'ancestorsOn'>;

/** Several took over from the unit: none of them has its open work by itself. */
export function isSplit(units: Directory, unitId: Id<'unit'>, on: PlainDate): boolean {
  return units.unitOn(unitId, on) === undefined && units.successorsOn(unitId, on).length > 1;
}

/**
 * Where open work of a split unit goes on: where somebody chose (in the chosen successor, or in its part that took over from
 * this one), else by the rules of the reorganisation. Undefined for a unit that was not split, and while nobody has chosen.
 */
export function heirAfterSplit(
  units: Directory,
  unitId: Id<'unit'>,
  on: PlainDate,
  by: { readonly work: WorkKind; readonly chosen?: Id<'unit'> | undefined },
): Id<'unit'> | undefined {
  if (!isSplit(units, unitId, on)) return undefined;
  const { chosen, work } = by;
  if (chosen === undefined) return units.heirFor(unitId, on, work)?.id;
  return units
    .successorsOn(unitId, on)
    .find(({ id }) => id === chosen || units.ancestorsOn(id, on).some((above) => above.id === chosen))?.id;
}
