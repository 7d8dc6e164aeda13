import { expect, test } from 'vitest';
import { type OfficerActor, type Role, roles } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { mayBeLent, sourcesOf } from './explain-permission.ts';
import { can, permissions } from './permissions.ts';

const unitId = 'ward' as Id<'unit'>;
const base = {
  kind: 'officer',
  accountId: 'a' as Id<'account'>,
  personId: 'p' as Id<'person'>,
  posts: [],
  grants: [],
} as const satisfies OfficerActor;
const post = (role: Role) => ({ postId: 'x' as Id<'post'>, unitId, role, unitScope: [unitId] });
const delegation = {
  delegationId: 'd' as Id<'delegation'>,
  kind: 'authorised',
  acts: ['apology'],
  sectors: [],
  procedures: [],
  principalPersonId: 'q' as Id<'person'>,
  principalAccountIds: [],
} as const;

const cells = roles.flatMap((role) => permissions.map((permission) => ({ role, permission })));

test.each(cells)('$role × $permission is explained as it is decided', ({ role, permission }) => {
  const officer = { ...base, posts: [post(role)] };
  expect(sourcesOf(officer, permission).length > 0).toBe(can(officer, permission));
  const grant = { grantId: 'g' as Id<'grant'>, permission, reach: { kind: 'jurisdiction' } as const };
  expect(sourcesOf({ ...base, grants: [grant] }, permission)).toEqual([
    { from: 'grant', reach: 'jurisdiction' },
  ]);
});

test('a post from which it is withheld is named, and gives nothing', () => {
  const officer = { ...base, posts: [{ ...post('leader'), withheld: ['dossiers.sign'] }] };
  expect(sourcesOf(officer, 'dossiers.sign')).toEqual([{ from: 'withheld', role: 'leader', unitId }]);
  expect(can(officer, 'dossiers.sign')).toBe(false);
});

test('what a head may lend are signatures, promises, work and giving it out', () => {
  const lendable = permissions.filter(mayBeLent);
  expect(lendable).toEqual(['dossiers.work', 'dossiers.assign', 'dossiers.sign', 'dossiers.promise']);
});

test('a lent power is named for what its acts rest on, and for nothing else', () => {
  const officer = { ...base, delegated: [{ ...post('leader'), delegation }] };
  expect(sourcesOf(officer, 'dossiers.promise')).toEqual([{ from: 'lent', role: 'leader', unitId }]);
  expect(sourcesOf(officer, 'dossiers.read')).toEqual([{ from: 'lent', role: 'leader', unitId }]);
  expect(sourcesOf(officer, 'dossiers.sign')).toEqual([]);
});
