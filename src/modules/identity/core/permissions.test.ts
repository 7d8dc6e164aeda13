import { expect, test } from 'vitest';
import type { Actor, HeldPost, OfficerActor, Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { can, heldPost, type Permission, permissions, roleBundles, scopeFor } from './permissions.ts';

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
  return { kind: 'officer', accountId: 'a' as Id<'account'>, personId: 'p' as Id<'person'>, posts };
}

/** The expectation, written apart from the bundles: `u` in the units of the post, `j` everywhere, `.` never. */
const matrix: Record<Role, string> = {
  //                  submit read accept refuse work sign issue return catalogue manage differences process.edit process.publish
  oneStopOfficer:
    '   u      u    u      u      u    .    .     u      .         .      .           .            .',
  specialist:
    '       .      u    .      .      u    .    .     .      .         .      .           .            .',
  headOfSection:
    '    .      u    .      .      u    u    .     .      .         .      .           .            .',
  leader:
    '           .      u    .      .      u    u    .     .      .         .      .           .            .',
  recordsClerk:
    '     .      u    .      .      .    .    u     .      .         .      .           .            .',
  procedureControl:
    ' .      j    .      .      .    .    .     .      j         .      .           j            j',
  administrator:
    '    .      .    .      .      .    .    .     .      .         j      j           .            .',
};

const cells = Object.entries(matrix).flatMap(([role, row]) =>
  row
    .trim()
    .split(/\s+/)
    .map((cell, index) => ({ role: role as Role, permission: permissions[index] as Permission, cell })),
);

test('the matrix names every role and every permission', () => {
  expect(Object.keys(matrix).toSorted()).toEqual(Object.keys(roleBundles).toSorted());
  expect(cells).toHaveLength(Object.keys(matrix).length * permissions.length);
});

test.each(cells)('$role × $permission is $cell', ({ role, permission, cell }) => {
  const actor = officer(role);
  expect(can(actor, permission)).toBe(cell !== '.');
  expect(can(actor, permission, [own])).toBe(cell !== '.');
  expect(can(actor, permission, [predecessor])).toBe(cell !== '.');
  expect(can(actor, permission, [foreign])).toBe(cell === 'j');
  expect(can(actor, permission, [foreign, own])).toBe(cell !== '.');
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
  });
  expect(scopeFor(officer('specialist'), 'dossiers.sign')).toEqual({ kind: 'units', unitIds: [] });
  expect(scopeFor(officer('specialist', 'procedureControl'), 'dossiers.read')).toEqual({
    kind: 'jurisdiction',
  });
});

test('the post acted under is the one with that role over that unit', () => {
  expect(heldPost(officer('specialist', 'leader'), 'leader', predecessor)?.role).toBe('leader');
  expect(heldPost(officer('specialist'), 'leader', own)).toBeUndefined();
  expect(heldPost({ kind: 'anonymous' }, 'leader', own)).toBeUndefined();
});
