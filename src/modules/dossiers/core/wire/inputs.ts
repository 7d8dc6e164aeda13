import { z } from 'zod';
import { dayText } from '../../../../kernel/day-input.ts';
import { chosenParts } from './parts.ts';
import { trackingNumber, walkInPost } from './public-post.ts';
import { representationInput } from './representation.ts';

const id = z.uuid();
const version = z.int().min(1);
const answerMap = z.record(z.string().max(80), z.string().max(80)).default({});
const shortText = z.string().trim().max(500);
const count = z.int().min(0).max(99);

export const contact = z.strictObject({
  phone: z.string().trim().max(20).optional(),
  email: z.string().trim().max(200).optional(),
});
export type Contact = z.infer<typeof contact>;

/** Begins a draft of a procedure in one of its cases, for the unit that will decide. */
export const startDraftInput = z.strictObject({
  procedureCode: z.string().max(20),
  caseKey: z.string().max(80),
  caseAnswers: answerMap,
  competentUnitId: id,
  /** A helper's: under which consent of the person it is for. */
  consentId: id.optional(),
});
export type StartDraftInput = z.infer<typeof startDraftInput>;

/** Keeps what has been filled in so far; refuses `dossiers.draft-changed` when another window saved meanwhile. */
export const saveDraftInput = z.strictObject({
  draftId: id,
  expectedVersion: version,
  answers: z.record(z.string().max(80), z.unknown()),
  contact: contact.optional(),
});
export type SaveDraftInput = z.infer<typeof saveDraftInput>;

/** Files uploaded for one paper of the list. */
export const attachFilesInput = z.strictObject({
  draftId: id,
  componentKey: z.string().max(80),
  fileIds: z.array(id).min(1).max(20),
});
export type AttachFilesInput = z.infer<typeof attachFilesInput>;

export const detachFileInput = z.strictObject({ draftId: id, fileId: id });
export type DetachFileInput = z.infer<typeof detachFileInput>;

/** Scans of the result, put on the dossier by whoever holds one of its open steps. */
export const attachResultFilesInput = z.strictObject({ taskId: id, fileIds: z.array(id).min(1).max(20) });
export type AttachResultFilesInput = z.infer<typeof attachResultFilesInput>;

export const draftInput = z.strictObject({ draftId: id });
export type DraftInput = z.infer<typeof draftInput>;

export const renewDraftInput = z.strictObject({
  draftId: id,
  /** Which successor decides, where the agency was split. */
  competentUnitId: id.optional(),
});

export const submitDraftInput = z.strictObject({ draftId: id, expectedVersion: version });
export type SubmitDraftInput = z.infer<typeof submitDraftInput>;

/** What the officer found of one paper of the published list. */
export const componentCheck = z.strictObject({
  key: z.string().max(80),
  receivedOriginals: count,
  receivedCopies: count,
  comparedWithOriginal: z.boolean(),
  note: shortText.optional(),
});
export type ComponentCheck = z.infer<typeof componentCheck>;

/** Money taken at the counter: quantities for tiered fees and the number of the receipt handed over. */
export const feeCollection = z.strictObject({
  quantities: z.record(z.string().max(40), z.int().min(1).max(10_000)).default({}),
  receiptNumber: z.string().trim().min(1).max(40),
  /** đồng, as the officer counted it; must equal the fee by rule where the fee is known. */
  amount: z.int().min(0).max(1_000_000_000),
});
export type FeeCollection = z.infer<typeof feeCollection>;

export const acceptDossierInput = z.strictObject({
  dossierId: id,
  expectedVersion: version,
  components: z.array(componentCheck).max(200),
  fee: feeCollection.optional(),
  /** The paper by which somebody acts for the owner is in order. */
  representationChecked: z.boolean().optional(),
});
export type AcceptDossierInput = z.infer<typeof acceptDossierInput>;

export const refuseIntakeInput = z.strictObject({
  dossierId: id,
  expectedVersion: version,
  reason: z.string().trim().min(10).max(2000),
});
export type RefuseIntakeInput = z.infer<typeof refuseIntakeInput>;

export const walkInParty = z.strictObject({
  name: z.string().trim().min(2).max(200),
  identityNumber: z
    .string()
    .trim()
    .regex(/^\d{9}$|^\d{12}$/)
    .optional(),
  /** The year alone where older papers say no more. */
  birthDate: z.union([dayText, z.string().regex(/^(18|19|20)\d{2}$/)]).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^0\d{9,10}$/)
    .optional(),
  email: z.string().trim().max(200).optional(),
  address: shortText.optional(),
  /** Of an organisation. */
  taxCode: z
    .string()
    .trim()
    .regex(/^\d{10}(-\d{3})?$|^\d{12}$/)
    .optional(),
});
export type WalkInParty = z.infer<typeof walkInParty>;

/** A person at the counter with papers only. */
export const registerWalkInInput = z.strictObject({
  procedureCode: z.string().max(20),
  caseKey: z.string().max(80),
  caseAnswers: answerMap,
  competentUnitId: id,
  /** The one-stop post under which the officer receives. */
  receivedUnitId: id,
  owner: walkInParty,
  /** Absent when the owner came in person. */
  submitter: walkInParty.optional(),
  /** By what right the submitter acts for the owner, and that the officer has seen the paper. */
  representation: representationInput.optional(),
  representationChecked: z.boolean().optional(),
  components: z.array(componentCheck).max(200),
  fee: feeCollection.optional(),
  post: walkInPost.optional(),
  /** Codes of the other procedures of the group that the person asks for. */
  parts: chosenParts.optional(),
});
export type RegisterWalkInInput = z.infer<typeof registerWalkInInput>;

/** The result as it leaves the agency. Without a number the next one of the book is taken. */
export const resultInput = z.strictObject({
  typeCode: z.string().max(40),
  number: z.string().trim().max(60).optional(),
  book: z.string().trim().min(1).max(120),
  issuedOn: dayText,
  fileId: id.optional(),
});
export type ResultInput = z.infer<typeof resultInput>;

/** The walk-in that is finished while the person waits (certified copies): no appointment slip. */
export const settleAtCounterInput = registerWalkInInput.extend({
  /** Who signed the paper: a leader's post of the competent unit. */
  signerPostId: id,
  result: resultInput,
});
export type SettleAtCounterInput = z.infer<typeof settleAtCounterInput>;

export const takeUpTaskInput = z.strictObject({ taskId: id });
export type TakeUpTaskInput = z.infer<typeof takeUpTaskInput>;

/** Completes one step. `result` belongs to a step of kind `issue`, `handedTo` and `trackingNumber` to one of kind `return`. */
export const completeTaskInput = z.strictObject({
  taskId: id,
  outcome: z.enum(['forward', 'back']),
  /** For `back`: the step to return to; the nearest allowed one when left out. */
  backTo: z.string().max(80).optional(),
  /** For `forward`: the way on, where the step leads to a choice. */
  choice: z.string().max(80).optional(),
  note: z.string().trim().max(2000).optional(),
  result: resultInput.optional(),
  handedTo: z.string().trim().max(200).optional(),
  /** For a step of kind `return`: given to the post under this number instead. */
  trackingNumber: trackingNumber.optional(),
});
export type CompleteTaskInput = z.infer<typeof completeTaskInput>;

/** Grounds an officer writes into the log by hand; a supplement is asked for by its own letter. */
export const loggedGrounds = [
  'financial-duty',
  'verification',
  'other-agency',
  'technical-waiting',
  'outage',
] as const;

/** Stops the clock of a dossier on a legal ground, or logs a wait that stops nothing. */
export const suspendClockInput = z.strictObject({
  dossierId: id,
  ground: z.enum(loggedGrounds),
  /** Number of the paper it rests on; needed where the clock stops. */
  document: z.string().trim().max(120).optional(),
});
export type SuspendClockInput = z.infer<typeof suspendClockInput>;

/** Ends a line of the log. */
export const resumeClockInput = z.strictObject({ dossierId: id, suspensionId: id });
export type ResumeClockInput = z.infer<typeof resumeClockInput>;

const reason = z.string().trim().min(10).max(2000);

/** Apologises and names a new day; signed by a leader of the agency that decides. */
export const apologiseInput = z.strictObject({ dossierId: id, newDueOn: dayText, reason });
export type ApologiseInput = z.infer<typeof apologiseInput>;

/** Notices further time, in the unit the law gives it in. */
export const extendDeadlineInput = z.strictObject({ dossierId: id, amount: z.int().min(1).max(365), reason });
export type ExtendDeadlineInput = z.infer<typeof extendDeadlineInput>;

/** Following a dossier without signing in: the code and one number its people know in full. */
export const lookUpInput = z.strictObject({
  code: z.string().trim().min(4).max(60),
  secondFact: z.string().trim().min(4).max(20),
});
export type LookUpInput = z.infer<typeof lookUpInput>;
