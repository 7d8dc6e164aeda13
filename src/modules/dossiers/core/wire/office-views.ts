import type { FeeUnit } from '../../../catalogue/public.ts';
import type { FileHoldView } from '../../../documents/public.ts';
import type { OpinionView, StopView, SupplementView, WaitView, WithdrawalView } from './act-views.ts';
import type { OnBehalf } from './on-behalf.ts';
import type { OfferedGroup, PartView } from './parts.ts';
import type { AnswerNoteView, PartyChangeView, PartyView } from './party-view.ts';
import type { PostalItemView } from './public-post.ts';
import type { Queue } from './queues.ts';
import type { RepresentationView } from './representation.ts';
import type { OpenSplit } from './splits.ts';
import type { UnitLabel } from './unit-label.ts';
import type {
  ClockView,
  ComponentView,
  DossierSummary,
  LetterView,
  ResultView,
  StepKind,
  SubmissionChannel,
  TimelineEntry,
} from './views.ts';

/** What the viewer may do now, and to which task. */
export interface AllowedAction {
  readonly action:
    | 'accept'
    | 'refuse'
    | 'takeUp'
    | 'forward'
    | 'back'
    | 'issue'
    | 'return'
    | 'supplement'
    | 'receiveSupplement'
    | 'withdrawSupplement'
    | 'opinion'
    | 'answerOpinion'
    | 'receiveMessage'
    | 'acceptHandOver'
    | 'transfer'
    | 'declineWithdrawal'
    | 'stop';
  readonly taskId: string;
  /** The request, wish or question it answers. */
  readonly requestId?: string;
  /** For `supplement`: how many of the dossier stand already, and whether a superior must have signed. */
  readonly earlier?: number;
  readonly signed?: boolean;
  /** For `forward`: the ways on, one of which is taken. */
  readonly choices?: readonly { readonly key: string; readonly label: string }[];
  /** For `back`: the steps it may go back to, nearest first. */
  readonly backTo?: readonly { readonly key: string; readonly name: string }[];
  /** For `forward` of a step that is signed: the form in which the viewer signs, e.g. `KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`. */
  readonly signsAs?: string;
  /** Set where the viewer may do it by a power that was lent to them. */
  readonly onBehalf?: OnBehalf;
}

/** A file of the dossier as a link names it. */
export interface AttachedFile {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** What keeps it from being opened. */
  readonly hold?: FileHoldView;
}

/** An answer that is hidden for being sensitive: where it stood, and what kind of thing it tells of a person. */
export interface HiddenAnswer {
  readonly pointer: string;
  readonly kind: string;
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
  /** Its agency was split and nobody has chosen who goes on with it. */
  readonly openSplit?: OpenSplit;
  readonly answerDueAt?: string;
  readonly refusalReason?: string;
  /** The decision by which it came in as an essential service. */
  readonly essentialBy?: string;
  readonly parties: readonly PartyView[];
  readonly partyChanges: readonly PartyChangeView[];
  readonly answerNotes: readonly AnswerNoteView[];
  /** The other procedures it carries, in the order of their group. */
  readonly parts: readonly PartView[];
  /** Where somebody acts for the owner. */
  readonly representation?: RepresentationView;
  /** What travels by the public post. */
  readonly post: readonly PostalItemView[];
  readonly answers: Readonly<Record<string, unknown>>;
  /** Something of `parties` or `answers` is shown in part. */
  readonly isMasked: boolean;
  /** What was answered and is hidden for being sensitive: where it stood in the answers, and of what kind it is. */
  readonly hiddenAnswers: readonly HiddenAnswer[];
  /** Kinds of files that show what is masked and are not opened by their plain address. */
  readonly closed: ClosedFiles;
  /** Seen whole: what opens the files for a while, as `?mo=`. */
  readonly fileKey?: string;
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
  /** The viewer may put pictures of papers on it. */
  readonly mayScan: boolean;
  readonly supplements: readonly SupplementView[];
  readonly opinions: readonly OpinionView[];
  readonly waits: readonly WaitView[];
  /** The last wish to withdraw. */
  readonly withdrawal?: WithdrawalView;
  readonly stopped?: StopView;
  /** Where a notice may be signed, for actions that send one. */
  readonly signers: readonly Signer[];
  /** Other agencies that may decide on the procedure, for a transfer. */
  readonly transferTo: readonly UnitLabel[];
  /** Units that may be asked for their opinion. */
  readonly askable: readonly UnitLabel[];
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
  /** The list it stands in. */
  readonly queue: Queue;
  readonly unit: UnitLabel;
  readonly role: string;
  readonly openedAt: string;
  readonly dueAt: string;
  /** While it is open: its timer has warned, or it was put before whoever leads. */
  readonly alert?: 'warned' | 'escalated';
  readonly takenUpBy?: string;
  /** Name of the step the viewer did, which keeps them from this one by the process. */
  readonly barredBy?: string;
  /** Another agency's step: taken over by it since, or not yet. */
  readonly acceptance?: 'pending' | 'accepted';
  readonly closedAt?: string;
  readonly closedBy?: string;
  readonly outcome?: string;
  readonly note?: string;
  /** How the signer signed, e.g. `KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`. */
  readonly signedAs?: string;
  /** What ended a wait: `Thông báo thuế số 12, ngày 03/12/2026`. */
  readonly document?: { readonly name: string; readonly number: string; readonly on: string };
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
  /** Whether the officer may also finish a matter while the person waits; who only takes in may not. */
  readonly finishes: boolean;
  /** Leaders of the chosen agency. */
  readonly signers: readonly Signer[];
  /** The other procedures that a dossier may carry today. */
  readonly group?: OfferedGroup;
  /** The decision by which nothing is taken on paper today. */
  readonly paperlessBy?: string;
  /** Why nothing can be received: no process in force, another system takes it, or no agency is known by rule. */
  readonly obstacle?: 'no-process' | 'elsewhere' | 'no-agency';
}

export interface Signer {
  readonly postId: string;
  readonly name: string;
  readonly title: string;
  /** `KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`. */
  readonly signsAs: string;
}

export interface ClosedFiles {
  readonly papers: boolean;
  readonly letters: boolean;
  readonly results: boolean;
}
