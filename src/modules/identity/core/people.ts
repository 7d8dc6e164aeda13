import type { Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';

/** How a person is named on a timeline, a letter or a list. */
export interface PersonBrief {
  readonly personId: Id<'person'>;
  /** NFC, as the person writes it. */
  readonly name: string;
  /** Posts held on the asked day. */
  readonly posts: readonly PostBrief[];
}

export interface PostBrief {
  readonly postId: Id<'post'>;
  readonly unitId: Id<'unit'>;
  readonly role: Role;
  /** As it stands above the signature: `Phó Chủ tịch`. */
  readonly title: string;
  /** Lines above the name on a signed paper: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`; empty for posts that sign nothing. */
  readonly signatureLines: readonly string[];
}

/** Somebody who may be given the work of a unit: an open account with a post that acts for it. */
export interface PostHolder {
  readonly accountId: Id<'account'>;
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly role: Role;
  readonly title: string;
}

/** What the identity provider vouched for: fills forms, marked with its source. Personal data. */
export interface CitizenProfile {
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly birthDate?: PlainDate;
  readonly gender?: 'male' | 'female';
  /** Twelve digits, opened from its seal for the owner only. */
  readonly identityNumber?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
}

/** An organisation as the identity provider names it. */
export interface Organisation {
  readonly organisationId: Id<'organisation'>;
  readonly name: string;
  readonly taxCode: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
}
