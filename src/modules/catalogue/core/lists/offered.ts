import type { ProcedureVersion } from '../procedure-version.ts';
import type { ListFacts, ListName } from './list-entry.ts';

/** A version as read for a day. */
type Applied = Pick<ProcedureVersion, 'content' | 'lists'>;

/** What the public post does for a procedure, and by which decision. */
export interface PostOffer {
  /** Papers may be sent in. */
  readonly intake: boolean;
  /** The result may be sent home. */
  readonly return: boolean;
  readonly source?: string;
}

/** What of the public post is offered on the day the version was read for; undefined: nothing. */
export function postOffer({ content, lists }: Applied): PostOffer | undefined {
  const { publicPost } = content;
  if (!publicPost || !(publicPost.intake || publicPost.return)) return undefined;
  const source = sourceOf(lists, 'post') ?? content.decisions.findLast(({ kind }) => kind === 'post')?.number;
  return { ...publicPost, ...(source !== undefined && { source }) };
}

function sourceOf(lists: Applied['lists'], name: ListName): string | undefined {
  return lists?.find(({ facts }: { readonly facts: ListFacts }) => facts.list === name)?.source;
}
