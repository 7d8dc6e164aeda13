import type { Actor, OfficerActor, Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { lentWithoutLimit } from './lent-posts.ts';

/** Where a permission may be given to one person: units of their posts, a unit, all below a unit, a sector, everywhere. */
export const grantScopes = ['own', 'unit', 'subtree', 'sector', 'jurisdiction'] as const;
export type GrantScope = (typeof grantScopes)[number];

interface PermissionRule {
  readonly permission: string;
  /** Roles that hold it in the units of their posts, predecessors included. */
  readonly inUnits?: readonly Role[];
  /** Roles that hold it in the whole jurisdiction. */
  readonly everywhere?: readonly Role[];
  /** Every signed-in citizen holds it for what is theirs; whose it is is checked by the module. */
  readonly ofCitizens?: true;
  /** Scopes in which it may be given singly. None: it belongs to a post, and is lent by delegation alone. */
  readonly givenIn?: readonly GrantScope[];
  /**
   * Asks for a proof not older than half an hour (`refuseUnproved`): of every act by it, what approves, promises, seals or
   * publishes; or always, where reading by it is what is sensitive. Whoever is given it singly needs a second factor.
   */
  readonly stepUp?: 'acts' | 'always';
}

/**
 * Everything somebody may be allowed to do, and who is. The one place that says so: what roles bundle, the help page
 * `/can-bo/quyen`, what may be given singly and the matrix tests are made from it; its words are `permissions.json`.
 */
const permissionRules = [
  // Helpers (the digital team of a commune, the youth union) fill in and submit for somebody and see nothing of the office.
  {
    permission: 'dossiers.submit',
    inUnits: ['oneStopOfficer', 'postOfficeOfficer', 'helper'],
    ofCitizens: true,
  },
  {
    permission: 'dossiers.read',
    inUnits: ['oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk', 'postOfficeOfficer'],
    everywhere: ['procedureControl'],
    ofCitizens: true,
    givenIn: ['own', 'unit', 'subtree', 'sector', 'jurisdiction'],
  },
  // Staff of the public post at a counter that is not their agency's (practice 15) take in; refusing, working and signing
  // stay with civil servants.
  { permission: 'dossiers.accept', inUnits: ['oneStopOfficer', 'postOfficeOfficer'] },
  { permission: 'dossiers.refuse', inUnits: ['oneStopOfficer'] },
  { permission: 'dossiers.work', inUnits: ['oneStopOfficer', 'specialist', 'headOfSection', 'leader'] },
  {
    permission: 'dossiers.assign',
    inUnits: ['headOfSection', 'leader'],
    givenIn: ['own', 'unit', 'subtree'],
  },
  { permission: 'dossiers.sign', inUnits: ['headOfSection', 'leader'], stepUp: 'acts' },
  { permission: 'dossiers.promise', inUnits: ['leader'], stepUp: 'acts' },
  {
    permission: 'privacy.answer',
    inUnits: ['leader'],
    everywhere: ['administrator'],
    givenIn: ['own', 'unit', 'subtree', 'jurisdiction'],
    stepUp: 'acts',
  },
  // What falls due for erasing: looked through and listed by whoever keeps the records; erased only by two of them, the second freshly proved.
  {
    permission: 'privacy.keep',
    inUnits: ['recordsClerk'],
    everywhere: ['administrator'],
    givenIn: ['own', 'unit', 'subtree', 'jurisdiction'],
  },
  { permission: 'dossiers.issue', inUnits: ['recordsClerk'], stepUp: 'acts' },
  { permission: 'dossiers.return', inUnits: ['oneStopOfficer'] },
  { permission: 'catalogue.manage', everywhere: ['procedureControl'], givenIn: ['jurisdiction'] },
  { permission: 'catalogue.edit', everywhere: ['procedureControl'], givenIn: ['jurisdiction'] },
  {
    permission: 'catalogue.approve',
    everywhere: ['procedureControl'],
    givenIn: ['jurisdiction'],
    stepUp: 'acts',
  },
  {
    permission: 'catalogue.publish',
    everywhere: ['procedureControl'],
    givenIn: ['jurisdiction'],
    stepUp: 'acts',
  },
  { permission: 'process.edit', everywhere: ['procedureControl'], givenIn: ['jurisdiction'] },
  {
    permission: 'process.publish',
    everywhere: ['procedureControl'],
    givenIn: ['jurisdiction'],
    stepUp: 'acts',
  },
  {
    permission: 'process.calendars',
    everywhere: ['procedureControl', 'administrator'],
    givenIn: ['jurisdiction'],
  },
  { permission: 'identity.manage', everywhere: ['administrator'] },
  // The second person of two who take away a lost second factor.
  { permission: 'identity.confirm-reset', inUnits: ['leader'], everywhere: ['administrator'] },
  { permission: 'identity.differences', everywhere: ['administrator'], givenIn: ['jurisdiction'] },
  { permission: 'audit.search', everywhere: ['administrator'], givenIn: ['jurisdiction'], stepUp: 'always' },
  { permission: 'audit.prune', everywhere: ['administrator'] },
] as const satisfies readonly PermissionRule[];

export type Permission = (typeof permissionRules)[number]['permission'];

const rules: readonly (PermissionRule & { readonly permission: Permission })[] = permissionRules;
const ruleOf = new Map(rules.map((rule) => [rule.permission, rule]));

/** All of them, in the order of the file. */
export const permissions: readonly Permission[] = rules.map(({ permission }) => permission);

/** What the file says of one. */
export function permissionRule(permission: Permission): PermissionRule {
  const rule = ruleOf.get(permission);
  if (!rule) throw new Error(`no permission ${permission}`);
  return rule;
}

/** Whether the permission may be given to one person in such a scope. */
export function mayBeGiven(permission: string, scope: GrantScope): boolean {
  return rules.some((rule) => rule.permission === permission && rule.givenIn?.includes(scope));
}

/** Whether using the permission asks for a fresh proof. */
export function asksStepUp(permission: string): boolean {
  return rules.some((rule) => rule.permission === permission && rule.stepUp !== undefined);
}

/** Where a permission reaches: everywhere, or the named units (predecessors included) and matters of the named sectors. */
export type PermissionScope =
  | { readonly kind: 'jurisdiction' }
  | {
      readonly kind: 'units';
      readonly unitIds: readonly Id<'unit'>[];
      readonly sectors: readonly string[];
    };

const nowhere: PermissionScope = { kind: 'units', unitIds: [], sectors: [] };

/**
 * Whether the actor holds the permission: anywhere when no place is given, else in one of the given units (the task's
 * unit, the dossier's competent unit …) or in the sector of the matter. The system may do everything; nobody signed in
 * may do nothing.
 */
export function can(
  actor: Actor,
  permission: Permission,
  unitIds?: readonly Id<'unit'>[],
  sector?: string,
): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'citizen') return permissionRule(permission).ofCitizens ?? false;
  const scope = scopeFor(actor, permission);
  if (unitIds === undefined) return !reachesNothing(scope);
  if (scope.kind === 'jurisdiction') return true;
  return (
    unitIds.some((unitId) => scope.unitIds.includes(unitId)) ||
    (sector !== undefined && scope.sectors.includes(sector))
  );
}

/** Where the officer's posts and grants let them use the permission: what a query puts inside its SQL. */
export function scopeFor(actor: Actor, permission: Permission): PermissionScope {
  if (actor.kind === 'system') return { kind: 'jurisdiction' };
  if (actor.kind !== 'officer') return nowhere;
  const rule = permissionRule(permission);
  const reaches = reachesOf(actor, permission);
  if (
    actor.posts.some(
      ({ role, withheld }) => rule.everywhere?.includes(role) && !withheld?.includes(permission),
    ) ||
    reaches.some(({ kind }) => kind === 'jurisdiction')
  )
    return { kind: 'jurisdiction' };
  const byPost = actor.posts.flatMap(({ role, unitScope, withheld }) =>
    rule.inUnits?.includes(role) && !withheld?.includes(permission) ? unitScope : [],
  );
  const lent = permission === 'dossiers.read' ? lentWithoutLimit(actor) : [];
  const given = reaches.flatMap((reach) => (reach.kind === 'units' ? reach.unitIds : []));
  const byLoan = lent.flatMap(({ unitScope, withheld }) => (withheld?.includes(permission) ? [] : unitScope));
  return {
    kind: 'units',
    unitIds: [...new Set([...byPost, ...byLoan, ...given])],
    sectors: [...new Set(reaches.flatMap((reach) => (reach.kind === 'sectors' ? reach.sectors : [])))],
  };
}

/** Whether a scope lets nothing be seen or done at all. */
export function reachesNothing(scope: PermissionScope): boolean {
  return scope.kind === 'units' && scope.unitIds.length === 0 && scope.sectors.length === 0;
}

function reachesOf(actor: OfficerActor, permission: Permission) {
  return actor.grants.filter((grant) => grant.permission === permission).map(({ reach }) => reach);
}
