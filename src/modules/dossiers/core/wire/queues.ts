import { z } from 'zod';
import type { UnitLabel } from './unit-label.ts';
import type { StepKind, SubmissionChannel } from './views.ts';

/** Lists a task stands in because of what it is and why it rests: stored with it, exactly one each. */
export const standingQueues = [
  'cho-tiep-nhan',
  'cho-chuyen',
  'cho-phan-cong',
  'dang-thu-ly',
  'phoi-hop',
  'cho-bo-sung',
  'cho-nghia-vu-tai-chinh',
  'trinh-lanh-dao-phong',
  'cho-ky',
  'cho-phat-hanh',
  'cho-tra-ket-qua',
  'xin-rut',
] as const;

/** Lists that time makes: of results nobody has come for, and across the others by due time. */
export const timeQueues = [
  'cong-dan-chua-den-nhan',
  'tra-hom-nay',
  'sap-den-han',
  'qua-han',
  'can-chi-dao',
] as const;

/** The queues as officers call them. */
export const queues = [...standingQueues, ...timeQueues] as const;
export type Queue = (typeof queues)[number];

/** Why nothing can be done about a task now. */
export type Waiting = 'supplement' | 'financialDuty' | 'withdrawal' | 'opinion';

/** Whose tasks: given to the officer (or to whom they stand in for), those of their posts, all of the units they lead. */
export const queueScopes = ['mine', 'group', 'unit'] as const;
export type QueueScope = (typeof queueScopes)[number];

export const queueColumns = [
  'procedure',
  'owner',
  'step',
  'unit',
  'channel',
  'opened',
  'due',
  'promised',
  'taker',
] as const;
export type QueueColumn = (typeof queueColumns)[number];

const channels = ['online', 'assistedOnline', 'counter', 'post'] as const satisfies SubmissionChannel[];

/** How somebody looks at a queue; what is left out is as the queue comes. */
export const queueChoice = z.strictObject({
  scope: z.enum(queueScopes).optional(),
  sort: z.enum(['due', 'newest']).optional(),
  procedure: z.string().max(20).optional(),
  step: z.string().max(80).optional(),
  unit: z.uuid().optional(),
  channel: z.enum(channels).optional(),
  overdue: z.literal(true).optional(),
  columns: z.array(z.enum(queueColumns)).max(queueColumns.length).optional(),
});
export type QueueChoice = z.infer<typeof queueChoice>;

/** Keeps how the officer looks at a queue. */
export const saveQueueChoiceInput = z.strictObject({ queue: z.enum(queues), choice: queueChoice });
export type SaveQueueChoiceInput = z.infer<typeof saveQueueChoiceInput>;

/** One row of an officer's queue. */
export interface InboxRow {
  readonly taskId: string;
  readonly dossierId: string;
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly ownerName: string;
  readonly stepName: string;
  readonly kind: StepKind;
  readonly unit: UnitLabel;
  readonly channel?: SubmissionChannel;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly promisedAt?: string;
  readonly waiting?: Waiting;
  readonly overdue: boolean;
  /** Its timer has warned; or the step was put before whoever leads. */
  readonly alert?: 'warned' | 'escalated';
  /** Working minutes until the step is due, negative when late. */
  readonly leftMinutes: number;
  /** Name of the person who has it. */
  readonly holder?: string;
  readonly isMine: boolean;
  /** The officer sees it because they stand in for its holder today. */
  readonly isStandIn: boolean;
  /** Name of the step the officer did, which keeps them from this one by the process. */
  readonly barredBy?: string;
}

/** What the rows of a queue can be narrowed to. */
export interface QueueFacets {
  readonly procedures: readonly { readonly code: string; readonly name: string }[];
  readonly steps: readonly { readonly key: string; readonly name: string }[];
  readonly units: readonly UnitLabel[];
}
