import type { Actor, Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';

/** Everything somebody may be allowed to do. The matrix test and the help page are made from this list. */
export const permissions = [
  'dossiers.submit',
  'dossiers.read',
  'dossiers.accept',
  'dossiers.refuse',
  'dossiers.work',
  'dossiers.sign',
  'dossiers.issue',
  'dossiers.return',
  'catalogue.manage',
  'catalogue.edit',
  'catalogue.approve',
  'catalogue.publish',
  'identity.manage',
  'identity.differences',
  'process.edit',
  'process.publish',
  'audit.search',
  'audit.prune',
  'dossiers.promise',
  'process.calendars',
  'dossiers.assign',
] as const;

export type Permission = (typeof permissions)[number];

/** What each role of practice bundles. */
export const roleBundles: Readonly<Record<Role, readonly Permission[]>> = {
  oneStopOfficer: [
    'dossiers.submit',
    'dossiers.read',
    'dossiers.accept',
    'dossiers.refuse',
    'dossiers.work',
    'dossiers.return',
  ],
  specialist: ['dossiers.read', 'dossiers.work'],
  headOfSection: ['dossiers.read', 'dossiers.work', 'dossiers.assign', 'dossiers.sign'],
  leader: ['dossiers.read', 'dossiers.work', 'dossiers.assign', 'dossiers.sign', 'dossiers.promise'],
  recordsClerk: ['dossiers.read', 'dossiers.issue'],
  procedureControl: [
    'dossiers.read',
    'catalogue.manage',
    'catalogue.edit',
    'catalogue.approve',
    'catalogue.publish',
    'process.edit',
    'process.publish',
    'process.calendars',
  ],
  administrator: [
    'identity.manage',
    'identity.differences',
    'audit.search',
    'audit.prune',
    'process.calendars',
  ],
  // Staff of the public post at a counter that is not their agency's (practice 15): they take in; refusing, working and
  // signing stay with civil servants.
  postOfficeOfficer: ['dossiers.submit', 'dossiers.read', 'dossiers.accept'],
  // The digital team of a commune, youth union: they fill in and submit for somebody and see nothing of the office.
  helper: ['dossiers.submit'],
};

/** What a signed-in citizen may do; which dossiers are theirs is checked by their module. */
export const citizenPermissions: readonly Permission[] = ['dossiers.submit', 'dossiers.read'];

/** Roles that reach the whole jurisdiction rather than the units of the post. */
const jurisdictionWide: ReadonlySet<Role> = new Set(['procedureControl', 'administrator']);

/** Where a permission reaches: everywhere, or the named units (predecessors included). */
export type PermissionScope =
  | { readonly kind: 'jurisdiction' }
  | { readonly kind: 'units'; readonly unitIds: readonly Id<'unit'>[] };

/**
 * Whether the actor holds the permission, in one of the given units when any is given (the task's unit, the
 * dossier's competent unit …). The system may do everything; nobody signed in may do nothing.
 */
export function can(actor: Actor, permission: Permission, unitIds: readonly Id<'unit'>[] = []): boolean {
  switch (actor.kind) {
    case 'system':
      return true;
    case 'anonymous':
      return false;
    case 'citizen':
      return citizenPermissions.includes(permission);
    case 'officer': {
      const scope = scopeFor(actor, permission);
      if (scope.kind === 'jurisdiction') return true;
      if (unitIds.length === 0) return scope.unitIds.length > 0;
      return unitIds.some((unitId) => scope.unitIds.includes(unitId));
    }
  }
}

/** Where the officer's posts let them use the permission: what a query puts inside its SQL. Empty when nowhere. */
export function scopeFor(actor: Actor, permission: Permission): PermissionScope {
  if (actor.kind === 'system') return { kind: 'jurisdiction' };
  if (actor.kind !== 'officer') return { kind: 'units', unitIds: [] };
  const posts = actor.posts.filter((post) => roleBundles[post.role].includes(permission));
  if (posts.some((post) => jurisdictionWide.has(post.role))) return { kind: 'jurisdiction' };
  return { kind: 'units', unitIds: [...new Set(posts.flatMap((post) => post.unitScope))] };
}

/** The post under which the officer acts in that unit with that role; undefined when they hold none. */
export function heldPost(actor: Actor, role: Role, unitId: Id<'unit'>) {
  if (actor.kind !== 'officer') return undefined;
  return actor.posts.find((post) => post.role === role && post.unitScope.includes(unitId));
}
