import type { Actor, DelegatedPost, HeldPost, Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { covers, type Matter } from './lent-posts.ts';
import { type Permission, permissionRule } from './permissions.ts';

/**
 * The post under which the officer does this in the unit with the role: one of their own that holds the permission and has not
 * lost it, else one lent to them that covers the act in its matter. A limit that cannot be checked is not met: without a matter
 * only own posts count.
 */
export function actingPost(
  actor: Actor,
  role: Role,
  unitId: Id<'unit'>,
  permission: Permission,
  matter?: Matter,
): HeldPost | DelegatedPost | undefined {
  if (actor.kind !== 'officer' || !permissionRule(permission).inUnits?.includes(role)) return undefined;
  const fits = (post: HeldPost) =>
    post.role === role && post.unitScope.includes(unitId) && !post.withheld?.includes(permission);
  const own = actor.posts.find(fits);
  if (own || !matter) return own;
  return actor.delegated?.find((post) => fits(post) && covers(post, matter));
}
