import type { OfficerActor, Role } from '../../kernel/actor.ts';
import type { Queue, StepKind } from '../../modules/dossiers/contract.ts';
import type { TextKey } from '../../texts/catalogue.ts';

/** The queue in which each role finds its steps; roles without one do other work. */
const queuesOfRole: Readonly<Record<Role, readonly Queue[]>> = {
  oneStopOfficer: ['cho-tiep-nhan', 'cho-tra-ket-qua'],
  specialist: ['dang-thu-ly'],
  headOfSection: ['dang-thu-ly', 'cho-ky'],
  leader: ['cho-ky'],
  recordsClerk: ['cho-phat-hanh'],
  procedureControl: [],
  administrator: [],
};

const order: readonly Queue[] = [
  'cho-tiep-nhan',
  'dang-thu-ly',
  'cho-ky',
  'cho-phat-hanh',
  'cho-tra-ket-qua',
];

/** The queues an officer's posts reach, in the order a dossier travels. */
export function queuesOf(officer: OfficerActor): readonly Queue[] {
  const reached = new Set(officer.posts.flatMap(({ role }) => queuesOfRole[role]));
  return order.filter((queue) => reached.has(queue));
}

/** The queue in which a step of this kind waits. */
export const queueOfStep: Readonly<Record<StepKind, Queue>> = {
  intake: 'cho-tiep-nhan',
  work: 'dang-thu-ly',
  sign: 'cho-ky',
  issue: 'cho-phat-hanh',
  return: 'cho-tra-ket-qua',
};

/** A queue as officers call it. */
export function queueText(queue: Queue): TextKey {
  return `office.queue.${queue}`;
}

/** A post's role as officials write it. */
export function roleText(role: Role): TextKey {
  return `office.role.${role}`;
}

/** Address of a queue's page. */
export function queueAddress(queue: Queue): string {
  return `/can-bo/hang-doi/${queue}`;
}
