import type { Id } from '../../../../kernel/id.ts';
import type { Performer } from '../../../process/public.ts';

/** Somebody who may do the step: an account whose post acts for its unit in its role. */
export interface Candidate {
  readonly accountId: Id<'account'>;
  /** Title of the post, as it stands above a signature. */
  readonly title: string;
  /** What is assigned to them there and open. */
  readonly openTasks: number;
  /** When they were last given something there by turns, in milliseconds; 0 when never. */
  readonly lastGivenAt: number;
  /** Somebody else does their work today. */
  readonly isAway: boolean;
}

/** Who gets a step that opens: a person, the group that holds the role, or whoever its head names. */
export type Chosen =
  | { readonly kind: 'person'; readonly accountId: Id<'account'> }
  | { readonly kind: 'group' }
  | { readonly kind: 'head' };

/**
 * Applies the performer rule of a step. `previous` is who did the step before (or, failing that, whoever of the
 * candidates last worked on the dossier), newest first. A rule that names somebody who cannot do it any more leaves the
 * choice to the head of the section: work is never given to nobody.
 */
export function choosePerformer(
  performer: Pick<Performer, 'rule' | 'post' | 'person'>,
  holders: readonly Candidate[],
  previous: readonly string[],
): Chosen {
  const candidates = inPost(holders, performer.post);
  switch (performer.rule ?? 'group') {
    case 'named':
      return orHead(candidates.find(({ accountId }) => accountId === performer.person));
    case 'previous':
      return orGroup(firstOf(previous, candidates), performer.post);
    case 'roundRobin':
      return orHead(leastBurdened(candidates));
    case 'group':
      // A post held by one person names that person; held by several, it goes round among them.
      return performer.post === undefined ? { kind: 'group' } : orHead(leastBurdened(candidates));
  }
}

/** Whether the rule counts what everybody has: those choices must be made one after the other. */
export function takesTurns({ rule, post }: Pick<Performer, 'rule' | 'post'>): boolean {
  return rule === 'roundRobin' || (post !== undefined && (rule === undefined || rule === 'group'));
}

/** Whom the post of this title leaves; several posts of one person count once. */
function inPost(holders: readonly Candidate[], post: string | undefined): readonly Candidate[] {
  const fitting = post === undefined ? holders : holders.filter(({ title }) => sameTitle(title, post));
  return [...new Map(fitting.map((each) => [each.accountId, each])).values()];
}

function sameTitle(one: string, other: string): boolean {
  return one.normalize('NFC').toLocaleLowerCase('vi') === other.normalize('NFC').toLocaleLowerCase('vi');
}

/**
 * Fewest open tasks first, then who has waited longest, then by id: fair, and the same for the same facts. Who is away is
 * passed over while anybody is there.
 */
function leastBurdened(candidates: readonly Candidate[]): Candidate | undefined {
  const present = candidates.filter(({ isAway }) => !isAway);
  return [...(present.length > 0 ? present : candidates)].sort(
    (one, other) =>
      one.openTasks - other.openTasks ||
      one.lastGivenAt - other.lastGivenAt ||
      (one.accountId < other.accountId ? -1 : 1),
  )[0];
}

function firstOf(accounts: readonly string[], candidates: readonly Candidate[]): Candidate | undefined {
  for (const account of accounts) {
    const found = candidates.find(({ accountId }) => accountId === account);
    if (found) return found;
  }
  return undefined;
}

function orHead(found: Candidate | undefined): Chosen {
  return found ? { kind: 'person', accountId: found.accountId } : { kind: 'head' };
}

/** Nobody did it before: everybody may, unless the post narrows it. */
function orGroup(found: Candidate | undefined, post: string | undefined): Chosen {
  if (found) return { kind: 'person', accountId: found.accountId };
  return post === undefined ? { kind: 'group' } : { kind: 'head' };
}
