import type { FileHoldView } from '../../../documents/public.ts';
import type { StopView, SupplementView, WaitView, WithdrawalView } from './act-views.ts';
import type { Contact } from './inputs.ts';
import type { OnBehalf } from './on-behalf.ts';
import type { OfferedGroup, PartView } from './parts.ts';
import type { PartyView } from './party-view.ts';
import type { DraftChoices, PostalItemView } from './public-post.ts';
import type { Capacity } from './representation.ts';
import type { Represented } from './represented.ts';
import type { SuccessorLabel, UnitLabel } from './unit-label.ts';

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
/** `wait` is nobody's work: a message is awaited. `opinion` is a question another unit was asked. */
export type StepKind = 'intake' | 'work' | 'sign' | 'issue' | 'return' | 'wait' | 'opinion';

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
  readonly choices: DraftChoices;
  /** For whom it is made, when not for oneself. */
  readonly represented?: Represented;
  /** Filled in by a helper: for whom. */
  readonly helps?: string;
  /** What the lists in force today let one choose. */
  readonly offers: DraftOffers;
  readonly files: readonly DraftFileView[];
  readonly savedAt: string;
  /** Set when the law changed under the draft: it must be renewed before it is submitted. */
  readonly outdated: boolean;
  /** Where the agency was split: one of these decides, and the citizen knows which. Empty otherwise. */
  readonly successors: readonly SuccessorLabel[];
  /** Set once submitted: the dossier it became. */
  readonly dossierId?: string;
}

export interface DraftOffers {
  /** What the public post may carry, and by which decision; absent: nothing. */
  readonly post?: { readonly intake: boolean; readonly return: boolean; readonly source?: string };
  /** The other procedures that the dossier may carry; absent: none. */
  readonly group?: OfferedGroup;
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
  /** When the facts about its people were erased because they had been kept long enough. */
  readonly erasedAt?: string;
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
  /** Whose work a substitute did. */
  readonly actedFor?: string;
  /** Under whose power it was done, for officers. */
  readonly onBehalf?: OnBehalf;
}

export interface ClockView {
  readonly receivedAt?: string;
  /** The first promise, of the receipt: lateness is judged by it. */
  readonly promisedAt?: string;
  readonly explanation: readonly string[];
  /** The first promise rests on days not decided officially. */
  readonly forecast: boolean;
  /** Every promise in order, the first included. */
  readonly promises: readonly PromiseView[];
  /** What stopped the clock, or was only logged, oldest first. */
  readonly suspensions: readonly SuspensionView[];
  /** When the time limit runs out with what the law leaves out left out; absent while it stands still. */
  readonly forecastAt?: string;
  readonly forecastExplanation: readonly string[];
  /** What is left of the time limit while it stands still. */
  readonly remaining?: {
    readonly unit: 'working-days' | 'working-minutes' | 'calendar-days';
    readonly amount: number;
  };
  readonly suspendedSince?: string;
  /** Working minutes left until the forecast, negative when late; absent when not running. */
  readonly leftMinutes?: number;
}

/** A promise made beside the first one. */
export interface NewDate {
  readonly dueAt: string;
  /** The time the law gives had run out. */
  readonly late: boolean;
}

export interface PromiseView {
  readonly kind: 'receipt' | 'extension' | 'apology';
  readonly dueAt: string;
  readonly issuedAt: string;
  readonly explanation: readonly string[];
  readonly reason?: string;
  /** Issued after the first promise had passed. */
  readonly late: boolean;
}

export interface SuspensionView {
  readonly suspensionId: string;
  readonly ground: string;
  readonly groundName: string;
  /** Number of the paper it rests on. */
  readonly document?: string;
  /** Where the ground is written. */
  readonly source: string;
  readonly effect: 'continue' | 'restart' | 'none';
  readonly from: string;
  /** Absent while it lasts. */
  readonly to?: string;
  /** What it waits for ends it, nobody by hand. */
  readonly awaits?: true;
}

export interface ComponentView {
  readonly key: string;
  readonly name: string;
  readonly mode: 'submit' | 'present';
  readonly need: 'required' | 'conditional' | 'unverified';
  /** The e-form stands in for it. */
  readonly byForm: boolean;
  /** A declaration that nobody filled in on screen: the person signs it before the officer, who gives it back. */
  readonly signed: boolean;
  /** On a day without paper: neither taken nor asked for on paper. */
  readonly paperless: boolean;
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
  /** The unanswered request for supplement. */
  readonly supplement?: SupplementView;
  /** Files given for it. */
  readonly files: readonly {
    readonly fileId: string;
    readonly name: string;
    readonly size: number;
    readonly hold?: FileHoldView;
  }[];
  readonly withdrawal?: WithdrawalView;
  readonly stopped?: StopView;
  /** The other procedures it carries, in the order of their group. */
  readonly parts: readonly PartView[];
  /** What travels by the public post. */
  readonly post: readonly PostalItemView[];
  readonly procedureCode: string;
  /** Who owns it, who handed it in and who helped. */
  readonly people: readonly Pick<PartyView, 'role' | 'name'>[];
  /** By what right it was handed in for the owner. */
  readonly capacity?: Capacity;
  readonly holder: UnitLabel;
  readonly returnAt: UnitLabel;
  readonly clock: ClockView;
  readonly answerDueAt?: string;
  readonly refusalReason?: string;
  readonly waits: readonly WaitView[];
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
  readonly waits: readonly WaitView[];
  readonly timeline: readonly TimelineEntry[];
}
