import type { Id } from '../../../../kernel/id.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { Unit, UnitDirectory } from '../unit.ts';
import type { ReorganisationPlan, UnitFacts } from './plan.ts';

/** A unit as it would be on the day of the reorganisation. */
export interface PlannedUnit {
  readonly id: Id<'unit'>;
  readonly facts: UnitFacts;
  readonly standing: 'begins' | 'changes' | 'stays';
}

/** Every unit that would exist on the day, by id. */
export function plannedUnits(
  units: Pick<UnitDirectory, 'unitsOn'>,
  plan: ReorganisationPlan,
  on: PlainDate,
): ReadonlyMap<Id<'unit'>, PlannedUnit> {
  const ended = new Set(plan.ends.map((line) => line.unitId));
  const planned = new Map<Id<'unit'>, PlannedUnit>();
  for (const unit of units.unitsOn(on))
    if (!ended.has(unit.id)) planned.set(unit.id, { id: unit.id, facts: factsOf(unit), standing: 'stays' });
  for (const { unitId, facts } of plan.changes)
    if (planned.has(unitId)) planned.set(unitId, { id: unitId, facts, standing: 'changes' });
  for (const { unitId, facts } of plan.begins) planned.set(unitId, { id: unitId, facts, standing: 'begins' });
  return planned;
}

/** What a span says of its unit, as a plan writes it. */
export function factsOf(unit: Unit): UnitFacts {
  const { name, shortName, nameEn, tier, kind, parentId, gsoCode, agencyCode, sectionCode, officeHours } =
    unit;
  return {
    name,
    tier,
    kind,
    ...(shortName !== undefined && { shortName }),
    ...(nameEn !== undefined && { nameEn }),
    ...(parentId !== undefined && { parentId }),
    ...(gsoCode !== undefined && { gsoCode }),
    ...(agencyCode !== undefined && { agencyCode }),
    ...(sectionCode !== undefined && { sectionCode }),
    ...(officeHours !== undefined && { officeHours }),
  };
}

/** Whether one unit is to its parent what the other is to its own: the counter, the records office, the section of one code. */
export function areAlike(
  one: Pick<UnitFacts, 'kind' | 'sectionCode'>,
  other: Pick<UnitFacts, 'kind' | 'sectionCode'>,
): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'oneStop' || one.kind === 'recordsOffice') return true;
  return one.kind === 'section' && one.sectionCode !== undefined && one.sectionCode === other.sectionCode;
}
