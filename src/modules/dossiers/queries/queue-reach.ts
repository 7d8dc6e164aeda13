import type { OfficerActor, Role } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { scopeFor, type UnitDirectory } from '../../identity/public.ts';
import type { Queue, QueueScope } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { standsInFor } from '../store/substitutions.ts';
import { type LentPlace, lentPlaces } from './lent-places.ts';

/** A unit and a role whose open tasks form one walk of an index. */
interface Place {
  readonly unitId: Id<'unit'>;
  readonly role: Role;
}

/** A person whose tasks are shown, everywhere or in one unit. */
interface Held {
  readonly account: Id<'account'>;
  readonly unitId: Id<'unit'> | null;
}

/** Where a list of the officer is read: places of their posts, people whose tasks they do, and what they do by lent powers. */
export interface QueueReach {
  readonly places: readonly Place[];
  readonly held: readonly Held[];
  readonly lent?: readonly LentPlace[];
}

/** Roles whose steps a head or leader gives out. */
const assignable: readonly Role[] = [
  'oneStopOfficer',
  'specialist',
  'headOfSection',
  'leader',
  'recordsClerk',
];

/** What the officer sees of a queue: predecessors of reorganised units included, and today's substitutions. */
export async function queueReach(
  deps: Pick<DossierDeps, 'db' | 'identity'>,
  ctx: QueryContext,
  officer: OfficerActor,
  queue: Queue,
  scope: QueueScope,
): Promise<QueueReach> {
  if (queue === 'cho-phan-cong' || queue === 'can-chi-dao')
    return { places: placesLed(deps.identity.units, ctx, officer), held: [] };
  const powers = lentPlaces(officer);
  const standIns = await standsInFor(deps.db, ctx, deps, officer);
  const lent = standIns.flatMap(({ absent, unitScope }) =>
    unitScope.map((unitId): Held => ({ account: absent, unitId })),
  );
  switch (scope) {
    case 'mine':
      return { places: [], held: [{ account: officer.accountId, unitId: null }, ...lent], lent: powers };
    case 'group':
      return { places: placesIn(queue, officer), held: lent, lent: powers };
    case 'unit': {
      const all = [...placesIn(queue, officer), ...placesLed(deps.identity.units, ctx, officer)];
      return { places: distinct(all), held: lent, lent: powers };
    }
  }
}

/** Units and roles of the officer's whole posts, each once; one from which something was taken is among the lent ones. */
export function ownPlaces(officer: OfficerActor): readonly Place[] {
  return distinct(
    officer.posts.flatMap(({ role, unitScope, withheld }) =>
      withheld ? [] : unitScope.map((unitId) => ({ unitId, role })),
    ),
  );
}

function placesIn(queue: Queue, officer: OfficerActor): readonly Place[] {
  return queue === 'cho-tiep-nhan' ? [...ownPlaces(officer), ...intakePlaces(officer)] : ownPlaces(officer);
}

/** Counters at which the officer takes in without being one of their officers: the post's staff. */
export function intakePlaces(officer: OfficerActor): readonly Place[] {
  const own = officer.posts.filter(({ role }) => role === 'oneStopOfficer').flatMap((post) => post.unitScope);
  const places = officer.posts
    .filter(({ role }) => role === 'postOfficeOfficer')
    .flatMap(({ unitScope }) => unitScope.map((unitId): Place => ({ unitId, role: 'oneStopOfficer' })));
  return distinct(places.filter(({ unitId }) => !own.includes(unitId)));
}

/** What the officer may give out: their section, what was given to them singly, or as leader their unit and the sections and counters in it. */
export function placesLed(units: UnitDirectory, ctx: QueryContext, officer: OfficerActor): readonly Place[] {
  const today = plainDateOf(ctx.now);
  const scope = scopeFor(officer, 'dossiers.assign');
  const own = scope.kind === 'units' ? scope.unitIds : [];
  const below = officer.posts.flatMap((post) => {
    if (post.role !== 'leader' || post.withheld?.includes('dossiers.assign')) return [];
    const parts = units
      .unitsOn(today, { parentId: post.unitId })
      .filter(({ kind }) => kind === 'section' || kind === 'oneStop' || kind === 'recordsOffice');
    return parts.flatMap(({ id }) => units.scopeOf(id, today));
  });
  return distinct([...own, ...below].flatMap((unitId) => assignable.map((role) => ({ unitId, role }))));
}

function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.unitId} ${place.role}`, place])).values()];
}
