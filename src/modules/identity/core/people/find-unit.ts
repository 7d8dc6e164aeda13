import { searchText } from '../../../../kernel/search-text.ts';
import type { Unit } from '../unit.ts';

/** Finds units as people write them: by key, or by full or short name whatever its marks and case. */
export interface UnitFinder {
  /** Undefined when there is none, `several` when the name does not tell. */
  find(words: string): Unit | 'several' | undefined;
  /** How a unit is offered to be chosen: its name, with its key where the name alone does not tell. */
  label(unit: Unit): string;
}

/** Builds it over the units of a day. */
export function unitFinder(units: readonly Unit[]): UnitFinder {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const byName = Map.groupBy(units, ({ name }) => searchText(name));
  const byShortName = Map.groupBy(units, ({ shortName, name }) => searchText(shortName ?? name));
  return {
    find(words) {
      const said = words.normalize('NFC').trim();
      const keyed = byKey.get(said.toLowerCase()) ?? byKey.get(/\[([^\]]+)\]\s*$/.exec(said)?.[1] ?? '');
      if (keyed) return keyed;
      const named = byName.get(searchText(said)) ?? byShortName.get(searchText(said)) ?? [];
      return named.length > 1 ? 'several' : named[0];
    },
    label(unit) {
      const alone = byName.get(searchText(unit.name))?.length === 1;
      return alone ? unit.name : `${unit.name} [${unit.key}]`;
    },
  };
}
