import { z } from 'zod';
import { dayInput, dayText } from '../../../../kernel/day-input.ts';
import { componentCheck } from './inputs.ts';

const id = z.uuid();
const reason = z.string().trim().min(10).max(2000);

/** One complete notice of what is missing. `unlisted`: a paper that the published list lacks; always refused, and counted. */
export const requestSupplementInput = z.strictObject({
  taskId: id,
  items: z
    .array(z.strictObject({ componentKey: z.string().max(80), reason: z.string().trim().max(500) }))
    .max(60),
  guidance: z.string().trim().max(1000).optional(),
  /** Last day for the answer. */
  answerBy: dayInput,
  /** After acceptance: the post of the superior who signed the notice. At the counter the officer signs. */
  signerPostId: id.optional(),
  unlisted: z.string().trim().min(1).max(200).optional(),
});
export type SupplementAsk = z.infer<typeof requestSupplementInput>;

/** Files uploaded for one paper of an open request. */
export const attachSupplementInput = z.strictObject({
  dossierId: id,
  requestId: id,
  componentKey: z.string().max(80),
  fileIds: z.array(id).min(1).max(20),
});
export type AttachSupplementInput = z.infer<typeof attachSupplementInput>;

export const detachSupplementInput = z.strictObject({ dossierId: id, requestId: id, fileId: id });
export type DetachSupplementInput = z.infer<typeof detachSupplementInput>;

/** The citizen hands the supplement in; a paper without a file needs a word why in `note`. */
export const answerSupplementInput = z.strictObject({
  dossierId: id,
  requestId: id,
  note: z.string().trim().max(2000).optional(),
});
export type AnswerSupplementInput = z.infer<typeof answerSupplementInput>;

/** Papers that came over the counter, as the officer found them. */
export const receiveSupplementInput = z.strictObject({
  dossierId: id,
  requestId: id,
  components: z.array(componentCheck).max(60),
  note: z.string().trim().max(2000).optional(),
});
export type ReceiveSupplementInput = z.infer<typeof receiveSupplementInput>;

/** Takes a request back before its citizen has seen it. */
export const withdrawSupplementInput = z.strictObject({ dossierId: id, requestId: id, reason });
export type WithdrawSupplementInput = z.infer<typeof withdrawSupplementInput>;

export const stopGrounds = ['requested', 'unanswered', 'law'] as const;
export type StopGround = (typeof stopGrounds)[number];

/** Ends a dossier without a result; the notice says why, how far it had come and what became of the money. */
export const stopDossierInput = z.strictObject({
  dossierId: id,
  expectedVersion: z.int().min(1),
  ground: z.enum(stopGrounds),
  reason,
  money: z.string().trim().min(3).max(500),
  signerPostId: id,
});
export type StopDossierInput = z.infer<typeof stopDossierInput>;

export const requestWithdrawalInput = z.strictObject({ dossierId: id, reason });
export type RequestWithdrawalInput = z.infer<typeof requestWithdrawalInput>;

/** The citizen thinks better of it while nobody has answered. */
export const takeBackWithdrawalInput = z.strictObject({ dossierId: id, requestId: id });
export type TakeBackWithdrawalInput = z.infer<typeof takeBackWithdrawalInput>;

/** The office goes on with the dossier, and says why. */
export const declineWithdrawalInput = z.strictObject({ dossierId: id, requestId: id, answer: reason });
export type DeclineWithdrawalInput = z.infer<typeof declineWithdrawalInput>;

/** Hands a dossier that came to the wrong agency to the competent one. */
export const transferDossierInput = z.strictObject({ taskId: id, toUnitId: id, reason });
export type TransferDossierInput = z.infer<typeof transferDossierInput>;

/** What ended a wait: a document of somebody outside (a tax notice, a proof of payment), as it was received. */
export const receiveMessageInput = z.strictObject({
  taskId: id,
  document: z.strictObject({
    name: z.string().trim().min(3).max(200),
    number: z.string().trim().min(1).max(60),
    on: dayText,
  }),
  note: z.string().trim().max(1000).optional(),
});
export type ReceiveMessageInput = z.infer<typeof receiveMessageInput>;

/** Asks another unit or agency in the course of a step. `wait`: the step rests until the answer is there. */
export const askOpinionInput = z.strictObject({
  taskId: id,
  unitId: id,
  question: reason,
  /** Working hours of the unit asked. */
  hours: z.number().min(1).max(800),
  wait: z.boolean(),
});
export type AskOpinionInput = z.infer<typeof askOpinionInput>;

export const verdicts = ['agree', 'disagree', 'remarks'] as const;
export type Verdict = (typeof verdicts)[number];

/** The answer of the unit asked; `document` where it came in writing from outside. */
export const answerOpinionInput = z.strictObject({
  dossierId: id,
  opinionId: id,
  verdict: z.enum(verdicts),
  answer: z.string().trim().min(3).max(4000),
  document: z.string().trim().min(3).max(200).optional(),
});
export type AnswerOpinionInput = z.infer<typeof answerOpinionInput>;

/** Another agency takes a step over: its clock runs from here. */
export const acceptHandOverInput = z.strictObject({ taskId: id });
export type AcceptHandOverInput = z.infer<typeof acceptHandOverInput>;
