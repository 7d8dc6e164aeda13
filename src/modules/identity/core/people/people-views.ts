import type { Role } from '../../../../kernel/actor.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';

/** What the list of people may be narrowed to. */
export const peopleStates = ['open', 'closed', 'without-post', 'not-activated', 'without-factor'] as const;
export type PeopleState = (typeof peopleStates)[number];

/** A post with its days as people say them: the last day belongs to it. */
export interface PostView {
  readonly postId: string;
  readonly unitId: string;
  readonly unit: string;
  readonly role: Role;
  readonly title: string;
  readonly signatureLines: readonly string[];
  readonly from: PlainDate;
  readonly lastOn?: PlainDate;
  readonly when: 'past' | 'now' | 'coming';
}

/** One line of the list of people. */
export interface PersonLine {
  readonly accountId: string;
  readonly name: string;
  readonly login: string;
  readonly state: 'open' | 'closed' | 'not-activated';
  /** A post of today demands a second factor and there is none. */
  readonly lacksFactor: boolean;
  /** Posts held on the day, and those to come. */
  readonly posts: readonly PostView[];
  readonly seenAt?: string;
}

/** A sign-in that has not ended. */
export interface SessionView {
  readonly sessionId: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly ip?: string;
  readonly userAgent?: string;
  /** Opened at the province's issuer instead of by a password. */
  readonly byProvince: boolean;
}

/** A person with account, posts and sign-in, as the administrator sees them. */
export interface PersonPage {
  readonly accountId: string;
  readonly name: string;
  readonly login: string;
  readonly phone?: string;
  readonly email?: string;
  readonly createdAt: string;
  readonly closedAt?: string;
  readonly isSelf: boolean;
  readonly hasPassword: boolean;
  /** Since when the person may sign in at the province's issuer. */
  readonly linkedAt?: string;
  /** A code was issued and may still be used until then. */
  readonly codeUntil?: string;
  readonly factors: number;
  readonly demandsFactor: boolean;
  readonly posts: readonly PostView[];
  /** Open work by unit, to be handed over where a post ends. */
  readonly work: readonly { readonly unit: string; readonly open: number }[];
  readonly sessions: readonly SessionView[];
  /** Addresses from which wrong passwords were tried lately, and until when the slowest must wait. */
  readonly slowdown: { readonly addresses: number; readonly failures: number; readonly until?: string };
  readonly reset?: FactorResetView;
  /** What was written as the reason of a deed on the account, newest first, while it is kept. */
  readonly reasons: readonly StatedReasonView[];
}

/** A reason as it was stated. */
export interface StatedReasonView {
  /** The command, as the journal names it. */
  readonly did: string;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

/** A wish to take a second factor away, as the second person reads it. */
export interface FactorResetView {
  readonly resetId: string;
  readonly accountId: string;
  readonly name: string;
  readonly login: string;
  readonly posts: readonly PostView[];
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly expiresAt: string;
  /** Whether the reader may decide: they neither asked nor does it concern them. */
  readonly mayDecide: boolean;
  /** Whether the reader may decline only: they and the asker are lately of one making. */
  readonly tied: boolean;
}

/** What is printed for somebody who is to set a password; the code is shown this once. */
export interface ActivationSlip {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly code: string;
  readonly expiresAt: string;
}
