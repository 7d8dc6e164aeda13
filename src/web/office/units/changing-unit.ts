import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Identity, ReorganisationView } from '../../../modules/identity/public.ts';
import type { Changing } from './change-form.tsx';
import { factsTyped } from './facts-fields.tsx';
import { type Choice, unitNamed } from './named-unit.ts';

/** The unit somebody asked to change, with what the plan or the tree says of it. */
export function changingUnit(
  units: Identity['units'],
  plan: ReorganisationView,
  choices: readonly Choice[],
  on: PlainDate,
  asked: string | null,
): Changing | undefined {
  const unitId = unitNamed(choices, asked?.trim() || undefined, '/unitId').unitId;
  const choice = choices.find((each) => each.unitId === unitId);
  if (choice === undefined) return undefined;
  const line = [...plan.begins, ...plan.changes].find((each) => each.unitId === unitId);
  const unit = units.unitsOn(on).find(({ id }) => id === unitId);
  const facts = line?.facts ?? unit;
  if (facts === undefined) return undefined;
  const parent = choices.find((each) => each.unitId === facts.parentId)?.name;
  const { name, shortName, nameEn, tier, kind, gsoCode, agencyCode, sectionCode, officeHours } = facts;
  const stated = {
    name,
    shortName,
    nameEn,
    tier,
    kind,
    gsoCode,
    agencyCode,
    sectionCode,
    officeHours,
    parent,
  };
  return { unitId: choice.unitId, name: choice.name, values: factsTyped(stated) };
}
