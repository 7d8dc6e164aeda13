import { expect, test } from 'vitest';
import {
  type Actor,
  type GrantReach,
  type HeldPost,
  type OfficerActor,
  type Role,
  roles,
} from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { actingPost } from './acting-post.ts';
import { can, type GrantScope, mayBeGiven, type Permission, permissions, scopeFor } from './permissions.ts';

const own = 'own' as Id<'unit'>;
const predecessor = 'predecessor' as Id<'unit'>;
const foreign = 'foreign' as Id<'unit'>;

function officer(...roles: Role[]): OfficerActor {
  const posts = roles.map(
    (role): HeldPost => ({
      postId: role as string as Id<'post'>,
      unitId: own,
      role,
      unitScope: [own, predecessor],
    }),
  );
  return {
    kind: 'officer',
    accountId: 'a' as Id<'account'>,
    personId: 'p' as Id<'person'>,
    posts,
    grants: [],
  };
}

/** The expectation, written apart from the bundles: who holds it in the units of the post, and who everywhere. */
const matrix: Record<
  Permission,
  { readonly units?: readonly Role[]; readonly everywhere?: readonly Role[] }
> = {
  'dossiers.submit': { units: ['oneStopOfficer', 'postOfficeOfficer', 'helper'] },
  'dossiers.read': {
    units: ['oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk', 'postOfficeOfficer'],
    everywhere: ['procedureControl'],
  },
  'dossiers.accept': { units: ['oneStopOfficer', 'postOfficeOfficer'] },
  'dossiers.refuse': { units: ['oneStopOfficer'] },
  'dossiers.work': { units: ['oneStopOfficer', 'specialist', 'headOfSection', 'leader'] },
  'dossiers.sign': { units: ['headOfSection', 'leader'] },
  'dossiers.assign': { units: ['headOfSection', 'leader'] },
  'dossiers.issue': { units: ['recordsClerk'] },
  'dossiers.return': { units: ['oneStopOfficer'] },
  'dossiers.promise': { units: ['leader'] },
  'privacy.answer': { units: ['leader'], everywhere: ['administrator'] },
  'privacy.keep': { units: ['recordsClerk'], everywhere: ['administrator'] },
  'catalogue.manage': { everywhere: ['procedureControl'] },
  'catalogue.edit': { everywhere: ['procedureControl'] },
  'catalogue.approve': { everywhere: ['procedureControl'] },
  'catalogue.publish': { everywhere: ['procedureControl'] },
  'identity.manage': { everywhere: ['administrator'] },
  'identity.differences': { everywhere: ['administrator'] },
  'identity.confirm-reset': { units: ['leader'], everywhere: ['administrator'] },
  'process.edit': { everywhere: ['procedureControl'] },
  'process.calendars': { everywhere: ['procedureControl', 'administrator'] },
  'process.publish': { everywhere: ['procedureControl'] },
  'audit.search': { everywhere: ['administrator'] },
  'audit.prune': { everywhere: ['administrator'] },
};

const cells = permissions.flatMap((permission) =>
  roles.map((role) => {
    const { units = [], everywhere = [] } = matrix[permission];
    const reach = everywhere.includes(role) ? 'everywhere' : units.includes(role) ? 'units' : 'nowhere';
    return { role, permission, reach };
  }),
);

test('the matrix names every permission', () => {
  expect(Object.keys(matrix).toSorted()).toEqual([...permissions].toSorted());
});

test.each(cells)('$role × $permission reaches $reach', ({ role, permission, reach }) => {
  const actor = officer(role);
  expect(can(actor, permission)).toBe(reach !== 'nowhere');
  expect(can(actor, permission, [own])).toBe(reach !== 'nowhere');
  expect(can(actor, permission, [predecessor])).toBe(reach !== 'nowhere');
  expect(can(actor, permission, [foreign])).toBe(reach === 'everywhere');
  expect(can(actor, permission, [foreign, own])).toBe(reach !== 'nowhere');
});

test.each(permissions)('%s: the system always, nobody never, a citizen only their own acts', (permission) => {
  const citizen: Actor = { kind: 'citizen', accountId: 'a' as Id<'account'>, personId: 'p' as Id<'person'> };
  expect(can({ kind: 'system', task: 'test' }, permission)).toBe(true);
  expect(can({ kind: 'anonymous' }, permission)).toBe(false);
  expect(can(citizen, permission)).toBe(permission === 'dossiers.submit' || permission === 'dossiers.read');
});

test('an officer between posts may do nothing', () => {
  expect(permissions.filter((permission) => can(officer(), permission))).toEqual([]);
});

test('scopes for SQL: units of the fitting posts only, or the jurisdiction', () => {
  expect(scopeFor(officer('specialist'), 'dossiers.work')).toEqual({
    kind: 'units',
    unitIds: [own, predecessor],
    sectors: [],
  });
  expect(scopeFor(officer('specialist'), 'dossiers.sign')).toEqual({
    kind: 'units',
    unitIds: [],
    sectors: [],
  });
  expect(scopeFor(officer('specialist', 'procedureControl'), 'dossiers.read')).toEqual({
    kind: 'jurisdiction',
  });
});

test('the post acted under is the one with that role over that unit, where the role holds the permission', () => {
  const acting = (actor: Actor, role: Role, unitId: Id<'unit'>, permission: Permission) =>
    actingPost(actor, role, unitId, permission)?.role;
  expect(acting(officer('specialist', 'leader'), 'leader', predecessor, 'dossiers.sign')).toBe('leader');
  expect(acting(officer('specialist'), 'leader', own, 'dossiers.sign')).toBeUndefined();
  expect(acting(officer('specialist'), 'specialist', own, 'dossiers.sign')).toBeUndefined();
  expect(acting({ kind: 'anonymous' }, 'leader', own, 'dossiers.sign')).toBeUndefined();
});

/** In which scopes each may be given singly, written apart from the file. What is missing belongs to a post alone. */
const givable: Partial<Record<Permission, readonly GrantScope[]>> = {
  'dossiers.read': ['own', 'unit', 'subtree', 'sector', 'jurisdiction'],
  'dossiers.assign': ['own', 'unit', 'subtree'],
  'privacy.answer': ['own', 'unit', 'subtree', 'jurisdiction'],
  'privacy.keep': ['own', 'unit', 'subtree', 'jurisdiction'],
  'catalogue.manage': ['jurisdiction'],
  'catalogue.edit': ['jurisdiction'],
  'catalogue.approve': ['jurisdiction'],
  'catalogue.publish': ['jurisdiction'],
  'process.edit': ['jurisdiction'],
  'process.publish': ['jurisdiction'],
  'process.calendars': ['jurisdiction'],
  'identity.differences': ['jurisdiction'],
  'audit.search': ['jurisdiction'],
};
const scopes: readonly GrantScope[] = ['own', 'unit', 'subtree', 'sector', 'jurisdiction'];

test.each(permissions)('%s may be given singly only where the file says', (permission) => {
  const given = scopes.filter((scope) => mayBeGiven(permission, scope));
  expect(given).toEqual(givable[permission] ?? []);
});

const reaches: readonly (readonly [string, GrantReach])[] = [
  ['units', { kind: 'units', unitIds: [foreign] }],
  ['sectors', { kind: 'sectors', sectors: ['Đất đai'] }],
  ['jurisdiction', { kind: 'jurisdiction' }],
];

test.each(permissions.flatMap((permission) => reaches.map(([kind, reach]) => ({ permission, kind, reach }))))(
  '$permission given over $kind reaches that and nothing else',
  ({ permission, kind, reach }) => {
    const actor = { ...officer(), grants: [{ grantId: 'g' as Id<'grant'>, permission, reach }] };
    const everywhere = kind === 'jurisdiction';
    expect(can(actor, permission)).toBe(true);
    expect(can(actor, permission, [])).toBe(everywhere);
    expect(can(actor, permission, [foreign])).toBe(everywhere || kind === 'units');
    expect(can(actor, permission, [own], 'Hộ tịch')).toBe(everywhere);
    expect(can(actor, permission, [own], 'Đất đai')).toBe(everywhere || kind === 'sectors');
    for (const other of permissions.filter((each) => each !== permission))
      expect(can(actor, other, [own, foreign], 'Đất đai')).toBe(false);
  },
);

test('a grant adds to the posts and takes nothing from them', () => {
  const reach = { kind: 'units', unitIds: [foreign, own] } as const;
  const grants = [{ grantId: 'g' as Id<'grant'>, permission: 'dossiers.read', reach }];
  expect(scopeFor({ ...officer('specialist'), grants }, 'dossiers.read')).toEqual({
    kind: 'units',
    unitIds: [own, predecessor, foreign],
    sectors: [],
  });
});
