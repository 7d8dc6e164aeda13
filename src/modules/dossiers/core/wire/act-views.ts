import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { StopGround, Verdict } from './act-inputs.ts';
import type { UnitLabel } from './unit-label.ts';

/** A notice of what is missing, as office and citizen see it. */
export interface SupplementView {
  readonly requestId: string;
  readonly ordinal: number;
  readonly stage: 'intake' | 'appraisal';
  readonly number: string;
  readonly requestedAt: string;
  /** Last day for the answer. */
  readonly answerBy: PlainDate;
  readonly guidance?: string;
  readonly items: readonly SupplementItemView[];
  readonly seenAt?: string;
  readonly closedAt?: string;
  readonly closedAs?: 'online' | 'counter' | 'withdrawn' | 'ended';
  readonly answerNote?: string;
}

export interface SupplementItemView {
  readonly key: string;
  readonly name: string;
  readonly mode: 'submit' | 'present';
  readonly reason: string;
  /** Files given for it that are not handed in yet. */
  readonly fileIds: readonly string[];
}

/** A citizen's request to have the dossier back. */
export interface WithdrawalView {
  readonly requestId: string;
  readonly reason: string;
  readonly requestedAt: string;
  readonly closedAs?: 'stopped' | 'declined' | 'takenBack';
  readonly answer?: string;
}

/** How a dossier ended without a result. */
export interface StopView {
  readonly ground: StopGround;
  readonly reason: string;
  readonly stage: string;
  readonly money: string;
  readonly number: string;
  readonly stoppedAt: string;
}

/** A request that went out. */
export interface RequestedSupplement {
  readonly requestId: string;
  /** Which of the dossier it is; a second one counts as late for QĐ 766. */
  readonly ordinal: number;
}

/** What another unit was asked in the course of a step, and what it said. */
export interface OpinionView {
  readonly opinionId: string;
  readonly kind: 'asked' | 'coordination';
  readonly forTaskId: string;
  readonly stepName: string;
  readonly unit: UnitLabel;
  readonly question: string;
  readonly mandatory: boolean;
  readonly silenceConsents: boolean;
  readonly askedAt: string;
  readonly dueAt: string;
  /** `silence`: not answered in time, which counts as consent. */
  readonly state: 'open' | 'overdue' | 'answered' | 'silence' | 'withdrawn';
  readonly verdict?: Verdict;
  readonly answer?: string;
  readonly document?: string;
  /** Files put to the answer. */
  readonly fileIds: readonly string[];
  /** The task of whoever answers, in this system. */
  readonly taskId?: string;
}

/** Somebody outside is waited for: who, since when, by when by their own limit. */
export interface WaitView {
  readonly taskId: string;
  readonly name: string;
  readonly since: string;
  readonly dueAt?: string;
  readonly overdue: boolean;
  /** What the citizen reads of it, where the process says something. */
  readonly citizenText?: string;
}
