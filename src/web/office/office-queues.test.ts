import { expect, it } from 'vitest';
import type { OfficerActor, Role } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { queuesOf } from './office-queues.ts';

function officer(...roles: Role[]): OfficerActor {
  const unitId = 'u' as Id<'unit'>;
  const posts = roles.map((role) => ({ postId: 'p' as Id<'post'>, unitId, role, unitScope: [unitId] }));
  return { kind: 'officer', accountId: 'a' as Id<'account'>, personId: 'n' as Id<'person'>, posts };
}

it('shows each queue once, in the order a dossier travels', () => {
  expect(queuesOf(officer('leader', 'oneStopOfficer', 'headOfSection'))).toEqual([
    'cho-tiep-nhan',
    'dang-thu-ly',
    'cho-ky',
    'cho-tra-ket-qua',
  ]);
});

it('shows none to those who handle no dossiers', () => {
  expect(queuesOf(officer('administrator'))).toEqual([]);
});
