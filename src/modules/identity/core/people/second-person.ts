/**
 * For how many days somebody is not believed to be a second person beside whoever made them one. Long enough that a puppet is seen by
 * those who review accounts and journal every month, short enough that a new office is not without a second person for long.
 */
export const untriedDays = 30;

/** What makes an account what it is, or puts it into somebody's hands: the code sets its password. */
export const makingCommands = [
  'identity.open-account',
  'identity.reopen-account',
  'identity.give-post',
  'identity.transfer',
  'identity.issue-code',
] as const;

/** An account with everybody who made it what it is lately, directly or through others. */
export interface Origin {
  readonly accountId: string;
  readonly makers: ReadonlySet<string>;
}

/** `made`: one made the other; `related`: somebody else made both. */
export type Tie = 'none' | 'made' | 'related';

/** What ties two people who are to watch each other. */
export function tieBetween(one: Origin, other: Origin): Tie {
  if (one.makers.has(other.accountId) || other.makers.has(one.accountId)) return 'made';
  return [...one.makers].some((maker) => other.makers.has(maker)) ? 'related' : 'none';
}
