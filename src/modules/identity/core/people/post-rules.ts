import type { Id } from '../../../../kernel/id.ts';
import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts';
import type { UnitDirectory, UnitKind } from '../unit.ts';
import type { PostSpan } from './manage-reach.ts';

/** Why a post cannot be held like that; each is a refusal `identity.<fault>` at its field. */
export interface PostFault {
  readonly pointer: '/unit' | '/role' | '/from' | '/lastOn';
  readonly type: string;
  /** The last day of a unit that ends before the post. */
  readonly unitLastOn?: PlainDate;
}

/** What is known of the unit of a post on its first day. */
export interface PostPlace {
  readonly kind: UnitKind;
  /** The first day on which it is not there any more, where its end is written already. */
  readonly endsOn?: PlainDate | undefined;
}

/** The unit as a post finds it on its first day; what comes after it on its end day under the same id goes on. */
export function postPlace(
  units: Pick<UnitDirectory, 'unitOn'>,
  unitId: Id<'unit'>,
  from: PlainDate,
): PostPlace | undefined {
  const first = units.unitOn(unitId, from);
  if (!first) return undefined;
  let last = first;
  for (let next = first.validTo; next !== undefined; next = last.validTo) {
    const following = units.unitOn(unitId, next);
    if (!following) break;
    last = following;
  }
  return { kind: first.kind, endsOn: last.validTo };
}

/**
 * Whether somebody may hold the post beside those they have: the unit exists from its first day to its last, the days are in order, it
 * is not held twice at a time, and the post's staff stand at a counter.
 */
export function postFault(
  post: PostSpan,
  others: readonly PostSpan[],
  place: PostPlace | undefined,
): PostFault | undefined {
  if (!place) return { pointer: '/unit', type: 'identity.unit-not-there' };
  if (post.to !== undefined && post.to <= post.from)
    return { pointer: '/lastOn', type: 'identity.post-days-reversed' };
  if (place.endsOn !== undefined && (post.to === undefined || post.to > place.endsOn))
    return { pointer: '/lastOn', type: 'identity.unit-ends-before', unitLastOn: addDays(place.endsOn, -1) };
  if (post.role === 'postOfficeOfficer' && place.kind !== 'oneStop')
    return { pointer: '/role', type: 'identity.post-not-at-counter' };
  const twice = others.some(
    (other) => other.unitId === post.unitId && other.role === post.role && overlap(other, post),
  );
  return twice ? { pointer: '/from', type: 'identity.post-held-already' } : undefined;
}

function overlap(one: PostSpan, other: PostSpan): boolean {
  return (other.to === undefined || one.from < other.to) && (one.to === undefined || other.from < one.to);
}

/** A post of an administrator whose account is open and has been taken into use. */
export type AdministratorSpan = Pick<PostSpan, 'from' | 'to'>;

/**
 * Whether the installation stays administered when one post ends on `end`: somebody else holds such a post on that day
 * without a last day. Whoever is only appointed for a while is nobody to rely on.
 */
export function staysAdministered(others: readonly AdministratorSpan[], end: PlainDate): boolean {
  return others.some(({ from, to }) => from <= end && to === undefined);
}
