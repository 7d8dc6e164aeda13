import type { Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';

/** Where a signer may sit: a unit, and the role held there. */
export interface SigningPlace {
  readonly unitId: Id<'unit'>;
  readonly role: Role;
}

/** Who may sign a notice during the work: leaders of the agency, and heads of the sections that work on it (practice 10). */
export function signingPlaces(
  agencyId: Id<'unit'>,
  sectionIds: readonly Id<'unit'>[],
): readonly SigningPlace[] {
  const heads = [...new Set(sectionIds)].map((unitId) => ({ unitId, role: 'headOfSection' }) as const);
  return [{ unitId: agencyId, role: 'leader' }, ...heads];
}
