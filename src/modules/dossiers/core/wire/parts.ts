import { z } from 'zod';
import { dayText } from '../../../../kernel/day-input.ts';

const code = z.string().max(20);

/** Codes of procedures of a group, each once. */
export const chosenParts = z.array(code).max(12);

/** The other procedures that a dossier may carry. */
export interface OfferedGroup {
  /** What people call it: `Khai sinh – thường trú – thẻ bảo hiểm y tế`. */
  readonly name?: string;
  readonly procedures: readonly { readonly code: string; readonly name: string; readonly agency?: string }[];
  /** All of them, always: the procedure stands for the whole group. */
  readonly isWhole: boolean;
  /** The decision by which they hang together. */
  readonly source?: string;
}

export const partStates = ['waiting', 'sent', 'done', 'refused'] as const;
export type PartState = (typeof partStates)[number];

/** One of the other procedures a dossier carries, and how far it is. */
export interface PartView {
  readonly code: string;
  readonly name: string;
  /** Who takes part. */
  readonly agency?: string;
  readonly state: PartState;
  /** Code under which its agency handles it. */
  readonly foreignCode?: string;
  readonly resultNumber?: string;
  readonly resultOn?: string;
  readonly reason?: string;
  readonly changedAt?: string;
}

const short = z.string().trim().min(1).max(120);

/** How far one of the other procedures is: passed on, with its result, or refused with the reason its agency gave. */
export const recordPartInput = z.discriminatedUnion('state', [
  z.strictObject({ taskId: z.uuid(), code, state: z.literal('sent'), foreignCode: short.optional() }),
  z.strictObject({
    taskId: z.uuid(),
    code,
    state: z.literal('done'),
    foreignCode: short.optional(),
    number: short,
    on: dayText,
  }),
  z.strictObject({
    taskId: z.uuid(),
    code,
    state: z.literal('refused'),
    reason: z.string().trim().min(10).max(2000),
  }),
]);
export type RecordPartInput = z.infer<typeof recordPartInput>;

/** Pictures of a paper of the list, taken by the office. */
export const attachScansInput = z.strictObject({
  dossierId: z.uuid(),
  componentKey: z.string().max(80),
  fileIds: z.array(z.uuid()).min(1).max(20),
});
