/** Wire shapes of dossiers: what commands take and screens get. The browser may import this file. */
import { z } from 'zod';
import type { FeeUnit } from '../catalogue/contract.ts';

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
  birthDate: z.string().trim().max(10).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^0\d{9,10}$/)
    .optional(),
  email: z.string().trim().max(200).optional(),
  address: shortText.optional(),
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
  components: z.array(componentCheck).max(200),
  fee: feeCollection.optional(),
});
export type RegisterWalkInInput = z.infer<typeof registerWalkInInput>;

/** The result as it leaves the agency. Without a number the next one of the book is taken. */
export const resultInput = z.strictObject({
  typeCode: z.string().max(40),
  number: z.string().trim().max(60).optional(),
  book: z.string().trim().min(1).max(120),
  issuedOn: z.iso.date(),
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

/** Completes one step. `result` belongs to a step of kind `issue`, `handedTo` to one of kind `return`. */
export const completeTaskInput = z.strictObject({
  taskId: id,
  outcome: z.enum(['forward', 'back']),
  /** For `back`: the step to return to; the nearest allowed one when left out. */
  backTo: z.string().max(80).optional(),
  note: z.string().trim().max(2000).optional(),
  result: resultInput.optional(),
  handedTo: z.string().trim().max(200).optional(),
});
export type CompleteTaskInput = z.infer<typeof completeTaskInput>;

/** Following a dossier without signing in: the code and one number its people know in full. */
export const lookUpInput = z.strictObject({
  code: z.string().trim().min(4).max(60),
  secondFact: z.string().trim().min(4).max(20),
});
export type LookUpInput = z.infer<typeof lookUpInput>;

/** The queues as officers call them. */
export const queues = ['cho-tiep-nhan', 'dang-thu-ly', 'cho-ky', 'cho-phat-hanh', 'cho-tra-ket-qua'] as const;
export type Queue = (typeof queues)[number];

export const phases = [
  'submitted',
  'refused',
  'accepted',
  'inProcess',
  'stopped',
  'completed',
  'returned',
] as const;
export type Phase = (typeof phases)[number];

export type SubmissionChannel = 'online' | 'assistedOnline' | 'counter' | 'post';
export type StepKind = 'intake' | 'work' | 'sign' | 'issue' | 'return';

/** A draft as the citizen's form shows it; identity numbers inside `answers` are opened for their owner. */
export interface DraftView {
  readonly draftId: string;
  readonly version: number;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly procedureVersionId: string;
  readonly formVersionId: string;
  readonly caseKey: string;
  readonly caseAnswers: Readonly<Record<string, string>>;
  readonly competentUnit: UnitLabel;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly contact: Contact;
  readonly files: readonly DraftFileView[];
  readonly savedAt: string;
  /** Set when the law changed under the draft: it must be renewed before it is submitted. */
  readonly outdated: boolean;
  /** Set once submitted: the dossier it became. */
  readonly dossierId?: string;
}

export interface DraftFileView {
  readonly fileId: string;
  readonly componentKey: string;
}

export interface DraftSummary {
  readonly draftId: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly savedAt: string;
}

export interface UnitLabel {
  readonly unitId: string;
  readonly name: string;
}

/** Acknowledged submission: what the receipt page shows. */
export interface SubmittedDossier {
  readonly dossierId: string;
  readonly code: string;
}

/** Acceptance: the promise made. */
export interface AcceptedDossier extends SubmittedDossier {
  readonly registerSerial: number;
  /** ISO instant; absent when the published time limit is not known ("chưa đối chiếu"). */
  readonly promisedAt?: string;
}

export interface DossierSummary {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly phase: Phase;
  readonly nationalStatus: number;
  readonly submittedAt: string;
  readonly promisedAt?: string;
}

/** One hit of an officer's search. */
export interface FoundDossier extends DossierSummary {
  readonly ownerName: string;
}

/** One line of the timeline. `key` is a sentence of the texts (`dossiers.timeline.<key>`) with its params. */
export interface TimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Who did it: name and post for officers' eyes, the office for citizens'. */
  readonly by?: string;
}

export interface ClockView {
  readonly receivedAt?: string;
  readonly promisedAt?: string;
  readonly explanation: readonly string[];
  readonly forecast: boolean;
  /** Working minutes left until the promise, negative when late; absent when not running. */
  readonly leftMinutes?: number;
}

export interface ComponentView {
  readonly key: string;
  readonly name: string;
  readonly mode: 'submit' | 'present';
  readonly need: 'required' | 'conditional' | 'unverified';
  /** The e-form stands in for it. */
  readonly byForm: boolean;
  readonly originals?: number;
  readonly copies?: number;
  readonly certifiedCopies?: number;
  readonly receivedOriginals?: number;
  readonly receivedCopies?: number;
  readonly comparedWithOriginal?: boolean;
  readonly note?: string;
  readonly fileIds: readonly string[];
}

export interface LetterView {
  readonly form: string;
  readonly requestedAt: string;
  /** Absent while the job has not rendered it yet. */
  readonly fileId?: string;
}

export interface ResultView {
  readonly typeCode: string;
  readonly name: string;
  readonly number: string;
  readonly book: string;
  readonly issuedOn: string;
  readonly fileId?: string;
}

/** A dossier as its citizen sees it. */
export interface CitizenDossierView extends DossierSummary {
  readonly procedureCode: string;
  readonly holder: UnitLabel;
  readonly returnAt: UnitLabel;
  readonly clock: ClockView;
  readonly answerDueAt?: string;
  readonly refusalReason?: string;
  readonly timeline: readonly TimelineEntry[];
  readonly letters: readonly LetterView[];
  readonly results: readonly ResultView[];
}

/** What anybody with the code and a second fact sees: no personal data. */
export interface LookedUpDossier {
  readonly code: string;
  readonly procedureName: string;
  readonly phase: Phase;
  readonly nationalStatus: number;
  readonly submittedAt: string;
  readonly holder: UnitLabel;
  readonly returnAt: UnitLabel;
  readonly clock: ClockView;
  readonly timeline: readonly TimelineEntry[];
}

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
  readonly openedAt: string;
  readonly dueAt: string;
  readonly promisedAt?: string;
  readonly overdue: boolean;
  /** Working minutes until the step is due, negative when late. */
  readonly leftMinutes: number;
  /** Name of the officer who has taken it up. */
  readonly takenUpBy?: string;
  readonly takenUpByMe: boolean;
}

export interface PartyView {
  readonly role: 'owner' | 'submitter' | 'authorised' | 'helper';
  readonly name: string;
  readonly identityNumber?: string;
  readonly birthDate?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
}

/** What the viewer may do now, and to which task. */
export interface AllowedAction {
  readonly action: 'accept' | 'refuse' | 'takeUp' | 'forward' | 'back' | 'issue' | 'return';
  readonly taskId: string;
  /** For `back`: the steps it may go back to, nearest first. */
  readonly backTo?: readonly { readonly key: string; readonly name: string }[];
  /** For `forward` of a step that is signed: the form in which the viewer signs, e.g. `KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`. */
  readonly signsAs?: string;
}

/** A file of the dossier as a link names it. */
export interface AttachedFile {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/** The whole dossier on one office screen. */
export interface OfficeDossierView extends DossierSummary {
  readonly version: number;
  readonly foreignCode?: string;
  readonly channel: SubmissionChannel;
  readonly procedureCode: string;
  readonly procedureVersionId: string;
  readonly formVersionId?: string;
  readonly caseKey: string;
  readonly caseName: string;
  readonly caseAnswers: Readonly<Record<string, string>>;
  readonly registerSerial?: number;
  readonly registerYear?: number;
  readonly received: UnitLabel;
  readonly competent: UnitLabel;
  readonly returnAt: UnitLabel;
  readonly answerDueAt?: string;
  readonly refusalReason?: string;
  readonly parties: readonly PartyView[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly components: readonly ComponentView[];
  readonly fee: FeeView;
  readonly clock: ClockView;
  readonly tasks: readonly TaskView[];
  readonly timeline: readonly TimelineEntry[];
  readonly letters: readonly LetterView[];
  readonly results: readonly ResultView[];
  /** Scans of the result attached so far; one of them goes with the result when it is issued. */
  readonly resultFileIds: readonly string[];
  /** Names of all files of papers and results. */
  readonly files: readonly AttachedFile[];
  /** Result types of the published version, for the records clerk's choice. */
  readonly resultTypes: readonly { readonly code: string; readonly name: string }[];
  readonly actions: readonly AllowedAction[];
}

export interface FeeView {
  /** đồng; absent when the fee is unknown or unverified. */
  readonly total?: number;
  readonly lines: readonly { readonly name: string; readonly amount?: number }[];
  /** What must be counted to know the sum (pages, copies…); empty for a fixed fee. */
  readonly units: readonly FeeUnit[];
  readonly receipts: readonly {
    readonly receiptNumber: string;
    readonly amount: number;
    readonly collectedAt: string;
  }[];
}

export interface TaskView {
  readonly taskId: string;
  readonly stepName: string;
  readonly kind: StepKind;
  readonly unit: UnitLabel;
  readonly role: string;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly takenUpBy?: string;
  readonly closedAt?: string;
  readonly closedBy?: string;
  readonly outcome?: string;
  readonly note?: string;
  /** How the signer signed, e.g. `KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`. */
  readonly signedAs?: string;
  /** To whom the result was handed, for a step of kind `return`. */
  readonly handedTo?: string;
}

/** Where a walk-in may be received and decided, and who may sign what is settled at once. */
export interface CounterView {
  /** One-stop posts of the officer. */
  readonly receivedAt: readonly UnitLabel[];
  /** Agencies that may decide on the procedure today. */
  readonly competent: readonly UnitLabel[];
  /** The agency chosen, else the officer's own commune, else the only one; absent when a choice is needed. */
  readonly chosenId?: string;
  /** Leaders of the chosen agency. */
  readonly signers: readonly Signer[];
}

export interface Signer {
  readonly postId: string;
  readonly name: string;
  readonly title: string;
  /** `KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`. */
  readonly signsAs: string;
}
