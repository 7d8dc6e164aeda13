import type { Id } from '../../../../kernel/id.ts';
import type { Unit } from '../unit.ts';
import type { UnitFacts } from './plan.ts';

/** Another unit of the day that carries one of the codes already: statistics codes are one's own within a tier. */
export function codeHolder(
  units: readonly Unit[],
  unitId: Id<'unit'>,
  { gsoCode, agencyCode, tier }: Pick<UnitFacts, 'gsoCode' | 'agencyCode' | 'tier'>,
): { readonly code: 'gsoCode' | 'agencyCode'; readonly unit: Unit } | undefined {
  const others = units.filter((unit) => unit.id !== unitId);
  const sameGso = gsoCode && others.find((unit) => unit.gsoCode === gsoCode && unit.tier === tier);
  if (sameGso) return { code: 'gsoCode', unit: sameGso };
  const sameAgency = agencyCode && others.find((unit) => unit.agencyCode === agencyCode);
  return sameAgency ? { code: 'agencyCode', unit: sameAgency } : undefined;
}
