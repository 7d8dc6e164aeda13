import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Unit, UnitDirectory } from '../../identity/public.ts';
import type { AddressBook, AddressUnit } from './answers.ts';

/** A province of the country during one span, half-open; its GSO code may be another's at another time. */
export interface ProvinceSpan {
  readonly code: string;
  readonly name: string;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate | undefined;
}

/**
 * The units an address may name on a day: every province of the country, and the communes of those provinces the
 * installation keeps. A commune of the three-tier years carries its district's name.
 */
export function addressBookOf(provinces: readonly ProvinceSpan[], units: UnitDirectory): AddressBook {
  const kept = new WeakMap<Unit, Map<PlainDate, readonly AddressUnit[]>>();
  return {
    provinces: (on) =>
      provinces.filter((span) => span.validFrom <= on && (span.validTo === undefined || on < span.validTo)),
    communes(code, on) {
      const province = units.unitsOn(on, { kind: 'province' }).find((unit) => unit.gsoCode === code);
      if (province === undefined) return undefined;
      const communes = remember(kept, province, on, () =>
        units.unitsOn(on, { kind: 'commune' }).flatMap((unit) => listed(unit, province, units, on)),
      );
      return communes.length > 0 ? communes : undefined;
    },
    after(code, from, on) {
      const before = units.unitsOn(from, { kind: 'commune' }).find((unit) => unit.gsoCode === code);
      if (before === undefined || units.unitOn(before.id, on) !== undefined) return undefined;
      const heirs = units.successorsOn(before.id, on).map(calledUnit);
      return heirs.length === 0 ? undefined : { name: calledUnit(before), heirs };
    },
  };
}

function calledUnit({ shortName, name }: Unit): string {
  return shortName ?? name;
}

/** Days remembered per province; a form asks for a handful. */
const mostDays = 32;

/** An address asks for its list several times. A refreshed directory has new units: old lists go with the old ones. */
function remember(
  kept: WeakMap<Unit, Map<PlainDate, readonly AddressUnit[]>>,
  province: Unit,
  on: PlainDate,
  list: () => readonly AddressUnit[],
): readonly AddressUnit[] {
  const days = kept.get(province) ?? new Map<PlainDate, readonly AddressUnit[]>();
  kept.set(province, days);
  const known = days.get(on) ?? list();
  if (days.size >= mostDays) days.clear();
  days.set(on, known);
  return known;
}

function listed(unit: Unit, province: Unit, units: UnitDirectory, on: PlainDate): readonly AddressUnit[] {
  if (unit.gsoCode === undefined) return [];
  const above = units.ancestorsOn(unit.id, on);
  if (!above.some((ancestor) => ancestor.id === province.id)) return [];
  const district = above.find((ancestor) => ancestor.kind === 'district');
  const names = [unit, ...(district === undefined ? [] : [district])].map(calledUnit);
  return [{ code: unit.gsoCode, name: names.join(', ') }];
}
