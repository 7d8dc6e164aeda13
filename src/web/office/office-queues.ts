import type { OfficerActor, Role } from '../../kernel/actor.ts';
import type { Queue, QueueScope } from '../../modules/dossiers/contract.ts';
import type { TextKey } from '../../texts/catalogue.ts';

/** What rests while somebody else acts. */
const resting = ['phoi-hop', 'cho-bo-sung', 'cho-nghia-vu-tai-chinh', 'xin-rut'] as const;
const late = ['sap-den-han', 'qua-han'] as const;

/** The queues in which each role finds its steps as processes usually have them; roles without one do other work. */
const queuesOfRole: Readonly<Record<Role, readonly Queue[]>> = {
  oneStopOfficer: [
    'cho-tiep-nhan',
    'cho-chuyen',
    'cho-tra-ket-qua',
    'cong-dan-chua-den-nhan',
    'tra-hom-nay',
    ...late,
  ],
  specialist: ['dang-thu-ly', ...resting, ...late],
  headOfSection: ['trinh-lanh-dao-phong', 'cho-phan-cong', 'cho-ky', ...late, 'can-chi-dao'],
  leader: ['cho-phan-cong', 'cho-ky', ...late, 'can-chi-dao'],
  recordsClerk: ['cho-phat-hanh', ...late],
  procedureControl: [],
  administrator: [],
  postOfficeOfficer: ['cho-tiep-nhan'],
  helper: [],
};

const order: readonly Queue[] = [
  'cho-tiep-nhan',
  'cho-chuyen',
  'cho-phan-cong',
  'trinh-lanh-dao-phong',
  'dang-thu-ly',
  'cho-ky',
  'cho-phat-hanh',
  'cho-tra-ket-qua',
  ...resting,
  'cong-dan-chua-den-nhan',
  'tra-hom-nay',
  ...late,
  'can-chi-dao',
];

/** The queues an officer's posts and those lent to them reach, in the order a dossier travels. */
export function queuesOf(officer: OfficerActor): readonly Queue[] {
  const posts = [...officer.posts, ...(officer.delegated ?? [])];
  const reached = new Set(posts.flatMap(({ role }) => queuesOfRole[role]));
  return order.filter((queue) => reached.has(queue));
}

/** Where the navigation shows a queue: the work itself, what time presses, what rests with others. */
export function placeOfQueue(queue: Queue): 'work' | 'time' | 'resting' {
  if (['tra-hom-nay', 'sap-den-han', 'qua-han', 'can-chi-dao'].includes(queue)) return 'time';
  const rests: readonly Queue[] = [...resting, 'cong-dan-chua-den-nhan'];
  return rests.includes(queue) ? 'resting' : 'work';
}

/** The usual queues of the officer's posts, and any other in which a process has put something for them. */
export function queuesToShow(officer: OfficerActor, counts: ReadonlyMap<Queue, number>): readonly Queue[] {
  const usual = new Set(queuesOf(officer));
  return order.filter((queue) => usual.has(queue) || (counts.get(queue) ?? 0) > 0);
}

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

/** Whose rows of a queue an officer may choose to see; heads and leaders see all of the units they lead. */
export function scopesOf(officer: OfficerActor, queue: Queue): readonly QueueScope[] {
  if (queue === 'cho-phan-cong' || queue === 'tra-hom-nay' || queue === 'can-chi-dao') return ['group'];
  const leads = officer.posts.some(({ role }) => role === 'headOfSection' || role === 'leader');
  return leads ? ['group', 'mine', 'unit'] : ['group', 'mine'];
}
