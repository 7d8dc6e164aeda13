import type { Role } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';

/** Whose people somebody may administer: everybody's, or those of the named units. */
export type ManageReach = 'everywhere' | ReadonlySet<Id<'unit'>>;

/** A post as the rules of administration look at it. Days are half-open. */
export interface PostSpan {
  readonly unitId: Id<'unit'>;
  readonly role: Role;
  readonly from: PlainDate;
  readonly to?: PlainDate | undefined;
}

/** Roles that reach the whole province: given only by those who reach it too. */
const provincial: ReadonlySet<Role> = new Set(['administrator', 'procedureControl']);

/** Whether the post may be given or taken by somebody with this reach. */
export function mayGive(reach: ManageReach, post: Pick<PostSpan, 'unitId' | 'role'>): boolean {
  return reach === 'everywhere' || (reach.has(post.unitId) && !provincial.has(post.role));
}

/**
 * Whether a person with these posts may be administered: all that last or are to come must lie within the reach, so that
 * nobody changes the account of somebody who also decides elsewhere. Whoever holds none any more goes by the past ones.
 */
export function mayManage(reach: ManageReach, posts: readonly PostSpan[], today: PlainDate): boolean {
  if (reach === 'everywhere') return true;
  const lasting = posts.filter(({ to }) => to === undefined || to > today);
  const counted = lasting.length > 0 ? lasting : posts;
  return counted.length > 0 && counted.every((post) => mayGive(reach, post));
}
