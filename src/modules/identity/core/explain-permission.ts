import type { GrantReach, OfficerActor, Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { lentActs, permissionOfAct } from './lent-posts.ts';
import { type Permission, permissionRule } from './permissions.ts';

/** One thing that gives somebody a permission today, or would, were it not withheld from the post. */
export type PermissionSource =
  | { readonly from: 'everywhere'; readonly role: Role }
  | { readonly from: 'post' | 'withheld' | 'lent'; readonly role: Role; readonly unitId: Id<'unit'> }
  | { readonly from: 'grant'; readonly reach: GrantReach['kind'] };

/** Whether a head may lend it, with acts that rest on it. */
export function mayBeLent(permission: Permission): boolean {
  return lentActs.some((act) => permissionOfAct[act] === permission);
}

/** Everything by which the officer holds the permission: posts, what is given singly, what was lent; none where they do not. */
export function sourcesOf(officer: OfficerActor, permission: Permission): readonly PermissionSource[] {
  const { inUnits = [], everywhere = [] } = permissionRule(permission);
  const byPost = officer.posts.flatMap(({ role, unitId, withheld }): PermissionSource[] => {
    if (!inUnits.includes(role) && !everywhere.includes(role)) return [];
    if (withheld?.includes(permission)) return [{ from: 'withheld', role, unitId }];
    return [everywhere.includes(role) ? { from: 'everywhere', role } : { from: 'post', role, unitId }];
  });
  const byGrant = officer.grants
    .filter((grant) => grant.permission === permission)
    .map(({ reach }): PermissionSource => ({ from: 'grant', reach: reach.kind }));
  const acts = lentActs.filter((act) => permissionOfAct[act] === permission);
  const byLoan = (officer.delegated ?? [])
    // Whoever has any of a head's powers reads what it is about.
    .filter(
      ({ delegation }) => permission === 'dossiers.read' || acts.some((act) => delegation.acts.includes(act)),
    )
    .map(({ role, unitId }): PermissionSource => ({ from: 'lent', role, unitId }));
  return [...byPost, ...byGrant, ...byLoan];
}
