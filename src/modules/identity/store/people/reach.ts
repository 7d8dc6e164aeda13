import type { Actor } from '../../../../kernel/actor.ts';
import type { Id, Jurisdiction } from '../../../../kernel/id.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { Connection } from '../../../../platform/database.ts';
import type { ManageReach, PostSpan } from '../../core/people/manage-reach.ts';
import { scopeFor } from '../../core/permissions.ts';
import type { UnitDirectory } from '../../core/unit.ts';
import { postsOn } from '../account-store.ts';
import type { OfficerPostRow } from './officer-accounts.ts';

/** Whose people the actor administers on the day: of the units of their post, and of all that stand below these. */
export function reachOf(units: UnitDirectory, actor: Actor, today: PlainDate): ManageReach {
  const scope = scopeFor(actor, 'identity.manage');
  if (scope.kind === 'jurisdiction') return 'everywhere';
  return new Set(scope.unitIds.flatMap((unitId) => units.subtreeOn(unitId, today)));
}

/** A stored post as the rules look at it. */
export function toSpan(row: OfficerPostRow): PostSpan {
  return {
    unitId: row.unit_id,
    role: row.role,
    from: row.valid_from,
    ...(row.valid_to !== null && { to: row.valid_to }),
  };
}

/** Units whose leaders know the person: those of the posts held on the day, and all above them. */
export async function confirmPlaces(
  deps: { readonly jurisdiction: Jurisdiction; readonly units: UnitDirectory },
  db: Connection,
  personId: Id<'person'>,
  today: PlainDate,
): Promise<readonly Id<'unit'>[]> {
  const posts = await postsOn(db, deps.jurisdiction, personId, today);
  const places = posts.flatMap(({ unit_id: id }) => [
    id,
    ...deps.units.ancestorsOn(id, today).map((ancestor) => ancestor.id),
  ]);
  return [...new Set(places)];
}
