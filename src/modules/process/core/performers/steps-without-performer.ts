import type { Role } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { Unit, UnitDirectory, WorkKind } from '../../../identity/public.ts';
import type { PerformerUnit } from '../flow/performer.ts';
import type { Step } from '../flow/step.ts';

/** Where a dossier was received and who decides on it: what the units of performers are said by. */
export interface PerformerPlaces {
  readonly received: Id<'unit'>;
  readonly competent: Id<'unit'>;
  /** What kind of work it is: where a unit was split, its rules say whose it is. */
  readonly work?: WorkKind;
}

type Directory = Pick<
  UnitDirectory,
  'successorOn' | 'heirFor' | 'findSubUnit' | 'nearestSubUnit' | 'byKey' | 'unitOn'
>;

/** The unit a performer rule names, as it stands that day: work follows a reorganised unit to its successor. */
export function unitOfPerformer(
  units: Directory,
  rule: PerformerUnit,
  places: PerformerPlaces,
  on: PlainDate,
): Unit | undefined {
  const { work } = places;
  const heir = (unitId: Id<'unit'>) =>
    work ? units.heirFor(unitId, on, work) : units.successorOn(unitId, on);
  if (rule === 'oneStop') return heir(places.received);
  if (typeof rule === 'object' && 'agency' in rule) {
    const agency = units.byKey(rule.agency);
    return agency && heir(agency.id);
  }
  const competent = heir(places.competent);
  if (rule === 'competent' || !competent) return competent;
  return units.findSubUnit(competent.id, { kind: 'section', sectionCode: rule.section }, on);
}

/** A step nobody could do if the dossier were of this agency today. */
export interface StepGap {
  readonly stepKey: string;
  readonly stepName: string;
  readonly role: Role;
  /** The agency whose dossiers would stand still. */
  readonly competentId: Id<'unit'>;
  /** Where somebody must hold the role; the agency itself when it has no such section or counter. */
  readonly unitId: Id<'unit'>;
  /** The agency has no unit of that kind. */
  readonly isUnitMissing: boolean;
}

/**
 * The steps of a process that nobody can do in one of the agencies that decide by it: no such section or counter, or
 * nobody with the role in it (`isStaffed`, of identity). Shown at publication and looked for each night.
 */
export function findStepsWithoutPerformer(
  units: Directory,
  isStaffed: (unitId: Id<'unit'>, role: Role) => boolean,
  steps: readonly Step[],
  competentUnits: readonly Id<'unit'>[],
  on: PlainDate,
): readonly StepGap[] {
  return competentUnits.flatMap((competentId) => {
    const received = units.nearestSubUnit(competentId, { kind: 'oneStop' }, on)?.id ?? competentId;
    return steps.flatMap((step): StepGap[] => {
      if (step.kind === 'wait') return [];
      const { role, unit: rule } = step.performer;
      const unit = unitOfPerformer(units, rule, { received, competent: competentId }, on);
      if (unit && isStaffed(unit.id, role)) return [];
      const gap = { stepKey: step.key, stepName: step.name, role, competentId };
      return [{ ...gap, unitId: unit?.id ?? competentId, isUnitMissing: unit === undefined }];
    });
  });
}
