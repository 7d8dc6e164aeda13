import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { Identity, ReorganisationView } from '../../../modules/identity/public.ts';

/** A unit as a plan names it. */
export interface Choice {
  readonly unitId: string;
  readonly name: string;
}

/** Every unit that may be named in a plan: those of its day, and the new ones. What two have alike is told apart by the key. */
export function choicesOf(
  units: Identity['units'],
  plan: Pick<ReorganisationView, 'begins'>,
  on: PlainDate,
): readonly Choice[] {
  const standing = units.unitsOn(on);
  const times = Map.groupBy(standing, (unit) => unit.name);
  return [
    ...plan.begins.map(({ unitId, name }) => ({ unitId, name })),
    ...standing.map(({ id, name, key }) => ({
      unitId: id,
      name: (times.get(name)?.length ?? 0) > 1 ? `${name} (${key})` : name,
    })),
  ];
}

/** The unit somebody typed the name of; undefined for an empty field, a refusal of the field for a name nobody has. */
export function unitNamed(
  choices: readonly Choice[],
  text: string | undefined,
  pointer: string,
): { readonly unitId?: string; readonly wrong?: Refusal } {
  if (text === undefined) return {};
  const wanted = text.normalize('NFC').toLowerCase();
  const found = choices.find(({ name, unitId }) => name.toLowerCase() === wanted || unitId === text);
  if (found) return { unitId: found.unitId };
  const type = 'identity.unit-unknown';
  return { wrong: { kind: 'invalid', type, fields: [{ pointer, type }] } };
}
