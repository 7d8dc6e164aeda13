import type { Role } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { performerKinds } from '../performer-kinds.ts';
import type { ReorganisationPlan } from './plan.ts';
import { areAlike, type PlannedUnit } from './planned-units.ts';

/** A post that holds on the day of a reorganisation or begins later. */
export interface StandingPost {
  readonly postId: Id<'post'>;
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly unitId: Id<'unit'>;
  readonly role: Role;
  readonly title: string;
  readonly validFrom: PlainDate;
  /** Somebody with an open account holds it. */
  readonly isOpen: boolean;
}

/** What becomes of a post of an ended unit: it goes on in a unit, ends, or nobody has said. */
export interface PostFate {
  readonly post: StandingPost;
  readonly to: Id<'unit'> | null | undefined;
}

/** The posts of ended units: where there is one successor they follow it unless the plan says otherwise. */
export function postFates(plan: ReorganisationPlan, posts: readonly StandingPost[]): readonly PostFate[] {
  const lines = new Map(plan.ends.map((line) => [line.unitId, line]));
  const said = new Map(plan.posts.map((each) => [each.postId, each.unitId]));
  return posts.flatMap((post): PostFate[] => {
    const line = lines.get(post.unitId);
    if (!line) return [];
    const place = said.get(post.postId);
    if (place !== undefined) return [{ post, to: place }];
    const [only, ...others] = line.successors;
    return [{ post, to: only === undefined ? null : others.length === 0 ? only.unitId : undefined }];
  });
}

/** A role that nobody would hold in a unit that needs it to act. */
export interface Vacancy {
  readonly unitId: Id<'unit'>;
  readonly role: Role;
}

/** Who would be missing after the day in the units that the plan begins, changes or hands work to. */
export function vacancies(
  plan: ReorganisationPlan,
  planned: ReadonlyMap<Id<'unit'>, PlannedUnit>,
  posts: readonly StandingPost[],
  on: PlainDate,
): readonly Vacancy[] {
  const fates = new Map(postFates(plan, posts).map(({ post, to }) => [post.postId, to]));
  const held = new Set(
    posts
      .filter((post) => post.isOpen && post.validFrom <= on)
      .flatMap((post) => {
        const unitId = fates.has(post.postId) ? fates.get(post.postId) : post.unitId;
        return unitId ? [`${unitId} ${post.role}`] : [];
      }),
  );
  const touched = new Set([
    ...plan.begins.map((line) => line.unitId),
    ...plan.ends.flatMap((line) => line.successors.map((successor) => successor.unitId)),
  ]);
  return [...touched].flatMap((unitId) => {
    const unit = planned.get(unitId);
    if (!unit) return [];
    const places = [unitId, ...recordsOfficesOf(planned, unitId)];
    return rolesNeededIn(unit)
      .filter((role) => !places.some((place) => held.has(`${place} ${role}`)))
      .map((role) => ({ unitId, role }));
  });
}

const roles: readonly Role[] = ['oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk'];

function rolesNeededIn(unit: PlannedUnit): readonly Role[] {
  return roles.filter((role) => performerKinds[role].includes(unit.facts.kind));
}

function recordsOfficesOf(planned: ReadonlyMap<Id<'unit'>, PlannedUnit>, unitId: Id<'unit'>) {
  return [...planned.values()]
    .filter(({ facts }) => facts.parentId === unitId && areAlike(facts, { kind: 'recordsOffice' }))
    .map(({ id }) => id);
}
