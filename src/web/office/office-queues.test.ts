import { expect, it } from 'vitest';
import type { OfficerActor, Role } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { queues } from '../../modules/dossiers/contract.ts';
import { placeOfQueue, queuesOf, queuesToShow, scopesOf } from './office-queues.ts';

function officer(...roles: Role[]): OfficerActor {
  const unitId = 'u' as Id<'unit'>;
  const posts = roles.map((role) => ({ postId: 'p' as Id<'post'>, unitId, role, unitScope: [unitId] }));
  return {
    kind: 'officer',
    accountId: 'a' as Id<'account'>,
    personId: 'n' as Id<'person'>,
    posts,
    grants: [],
  };
}

it('shows each queue once, in the order a dossier travels', () => {
  expect(queuesOf(officer('leader', 'oneStopOfficer', 'headOfSection'))).toEqual([
    'cho-tiep-nhan',
    'cho-chuyen',
    'cho-phan-cong',
    'trinh-lanh-dao-phong',
    'cho-ky',
    'cho-tra-ket-qua',
    'cong-dan-chua-den-nhan',
    'tra-hom-nay',
    'sap-den-han',
    'qua-han',
    'can-chi-dao',
  ]);
});

it('shows any other queue in which a process has put something for them', () => {
  const shown = queuesToShow(officer('recordsClerk'), new Map([['dang-thu-ly', 2]]));
  expect(shown).toEqual(['dang-thu-ly', 'cho-phat-hanh', 'sap-den-han', 'qua-han']);
});

it('every queue has a place in the navigation', () => {
  expect(queues.map(placeOfQueue).filter((place) => place === 'time')).toHaveLength(4);
  expect(queuesToShow(officer('specialist'), new Map(queues.map((queue) => [queue, 1])))).toHaveLength(
    queues.length,
  );
});

it('only who leads sees all of a unit', () => {
  expect(scopesOf(officer('specialist'), 'dang-thu-ly')).toEqual(['group', 'mine']);
  expect(scopesOf(officer('headOfSection'), 'dang-thu-ly')).toEqual(['group', 'mine', 'unit']);
});

it('shows none to those who handle no dossiers', () => {
  expect(queuesOf(officer('administrator'))).toEqual([]);
});
