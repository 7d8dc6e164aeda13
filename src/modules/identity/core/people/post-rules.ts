import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { UnitKind } from '../unit.ts';
import type { PostSpan } from './manage-reach.ts';

/** Why a post cannot be held like that; each is a refusal `identity.<fault>` at its field. */
export interface PostFault {
  readonly pointer: '/unit' | '/role' | '/from' | '/lastOn';
  readonly type: string;
}

/** What is known of the unit of a post on its first day. */
export interface PostPlace {
  readonly kind: UnitKind;
}

/**
 * Whether somebody may hold the post beside those they have: the unit exists on its first day, the days are in order, it is
 * not held twice at a time, and the post's staff stand at a counter.
 */
export function postFault(
  post: PostSpan,
  others: readonly PostSpan[],
  place: PostPlace | undefined,
): PostFault | undefined {
  if (!place) return { pointer: '/unit', type: 'identity.unit-not-there' };
  if (post.to !== undefined && post.to <= post.from)
    return { pointer: '/lastOn', type: 'identity.post-days-reversed' };
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
