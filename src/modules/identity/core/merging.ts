import type { Id } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search-text.ts';

/** What decides whether two records may be one person's. */
export interface MergeCandidate {
  readonly personId: Id<'person'>;
  /** Blind index of the identity number. */
  readonly identityIndex: string | null;
  readonly name: string;
  readonly birthDate: string | null;
  readonly createdAt: Date;
  /** The record was merged into another one already. */
  readonly isMerged: boolean;
  /** It belongs to an officer, who signs in with a login. */
  readonly isOfficer: boolean;
}

/** Why the two cannot be merged, as a refusal's type; undefined when they can. */
export function mergeObstacle(
  one: MergeCandidate | undefined,
  other: MergeCandidate | undefined,
): string | undefined {
  if (!one || !other) return 'identity.person-unknown';
  if (one.personId === other.personId) return 'identity.merge-same';
  if (one.isMerged || other.isMerged) return 'identity.merge-done';
  if (one.isOfficer || other.isOfficer) return 'identity.merge-officer';
  const differ =
    one.identityIndex !== null && other.identityIndex !== null && one.identityIndex !== other.identityIndex;
  return differ ? 'identity.merge-numbers-differ' : undefined;
}

/**
 * Why an administrator alone may not merge the two, as a refusal's type: only the same number, or the same name and no other day of
 * birth, makes them one person on paper. With both sign-ins the citizen proves it themselves, whatever the names.
 */
export function unprovenMerge(one: MergeCandidate, other: MergeCandidate): string | undefined {
  if (one.identityIndex !== null && one.identityIndex === other.identityIndex) return undefined;
  if (searchText(one.name) !== searchText(other.name)) return 'identity.merge-names-differ';
  const differ = one.birthDate !== null && other.birthDate !== null && one.birthDate !== other.birthDate;
  return differ ? 'identity.merge-births-differ' : undefined;
}

/** Which record stays: the one with an identity number, else the older. */
export function keptFirst(
  one: MergeCandidate,
  other: MergeCandidate,
): readonly [MergeCandidate, MergeCandidate] {
  if (one.identityIndex !== null) return [one, other];
  if (other.identityIndex !== null) return [other, one];
  return one.createdAt <= other.createdAt ? [one, other] : [other, one];
}
