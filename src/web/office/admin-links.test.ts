import { expect, it } from 'vitest';
import type { OfficerActor, Role } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { adminLinksOf } from './admin-links.ts';

function officer(role: Role): OfficerActor {
  const unitId = 'u' as Id<'unit'>;
  const post = { postId: 'p' as Id<'post'>, unitId, role, unitScope: [unitId] };
  return {
    kind: 'officer',
    accountId: 'a' as Id<'account'>,
    personId: 'n' as Id<'person'>,
    posts: [post],
    grants: [],
  };
}

it('shows a page of administration only to those who hold its permission', () => {
  expect(adminLinksOf(officer('procedureControl')).map(({ href }) => href)).toContain('/can-bo/quy-trinh');
  expect(adminLinksOf(officer('specialist'))).toEqual([]);
  expect(adminLinksOf({ kind: 'anonymous' })).toEqual([]);
});
