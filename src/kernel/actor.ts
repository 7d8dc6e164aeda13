import type { Id } from './id.ts';

/** Who acts. Resolved from the session at the door; commands and queries authorise on it. */
export type Actor = CitizenActor | OfficerActor | SystemActor | AnonymousActor;

export interface CitizenActor {
  readonly kind: 'citizen';
  readonly accountId: Id<'account'>;
  readonly personId: Id<'person'>;
  /**
   * Every account of the same person, or of the same organisation: what was handed in with one belongs to all of them.
   * Left out: this one alone.
   */
  readonly accountIds?: readonly Id<'account'>[];
  /** For whom the account acts, when it is not the person's own. */
  readonly organisationId?: Id<'organisation'>;
}

export interface OfficerActor {
  readonly kind: 'officer';
  readonly accountId: Id<'account'>;
  readonly personId: Id<'person'>;
  /** When they last proved who they are: by the second factor, by the password where they have none. */
  readonly provedAt?: Date;
  /** Posts held on the day of the request, with the units (own and predecessors) each reaches. */
  readonly posts: readonly HeldPost[];
  /** Single permissions given to this person beyond their posts, as they stand on the day of the request. */
  readonly grants: readonly Grant[];
  /** Posts of somebody else that they may act under today, within what was lent. */
  readonly delegated?: readonly DelegatedPost[];
}

export interface HeldPost {
  readonly postId: Id<'post'>;
  readonly unitId: Id<'unit'>;
  readonly role: Role;
  /** The unit itself (for a records office its agency too) and every unit they succeeded: the scope of its queues. */
  readonly unitScope: readonly Id<'unit'>[];
  /**
   * Permissions of the role that the post has not, whatever they are: every act, list and reading honours them. Today one thing fills it, a
   * head who divides the fields (a deputy's signature); nobody takes single permissions from a role.
   */
  readonly withheld?: readonly string[];
}

/** A post of somebody else, lent: whoever acts under it says so for ever. */
export interface DelegatedPost extends HeldPost {
  readonly delegation: {
    readonly delegationId: Id<'delegation'>;
    /** Ủy quyền (TUQ.), or ký thay (KT.) by a deputy in the fields assigned to them. */
    readonly kind: 'authorised' | 'signingFor';
    /** What may be done: kinds of letters to sign, work, giving work out. */
    readonly acts: readonly string[];
    /** Matters it is limited to, one or the other; both empty: every matter of the unit. */
    readonly sectors: readonly string[];
    readonly procedures: readonly string[];
    /** Whoever lent it: what is done under it counts as theirs too where duties are kept apart. */
    readonly principalPersonId: Id<'person'>;
    /** Accounts of whoever lent it: what they have taken up is open to their delegate. */
    readonly principalAccountIds: readonly Id<'account'>[];
  };
}

/** A permission given to one person within bounds; which may be given so is in `identity/core/permissions.ts`. */
export interface Grant {
  readonly grantId: Id<'grant'>;
  readonly permission: string;
  readonly reach: GrantReach;
}

/** How far it reaches today: everywhere, in units (what stands below and before them included), or in matters of a sector. */
export type GrantReach =
  | { readonly kind: 'jurisdiction' }
  | { readonly kind: 'units'; readonly unitIds: readonly Id<'unit'>[] }
  | { readonly kind: 'sectors'; readonly sectors: readonly string[] };

/** Roles of practice, in the order they are offered; what each may do is in `identity/core/permissions.ts`. */
export const roles = [
  'oneStopOfficer',
  'specialist',
  'headOfSection',
  'leader',
  'recordsClerk',
  'procedureControl',
  'postOfficeOfficer',
  'helper',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export interface SystemActor {
  readonly kind: 'system';
  /** The job or command that acts, e.g. `dossiers.issue-receipt`. */
  readonly task: string;
}

export interface AnonymousActor {
  readonly kind: 'anonymous';
}
