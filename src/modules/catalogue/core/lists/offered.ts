import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { ProcedureVersion } from '../procedure-version.ts';
import { isPaperless } from './apply-lists.ts';
import type { ListFacts, ListName } from './list-entry.ts';

/** A version as read for a day. */
type Applied = Pick<ProcedureVersion, 'code' | 'content' | 'lists'>;

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

/** The procedures that one dossier carries together. */
export interface GroupOffer {
  readonly name?: string;
  /** Without the procedure itself: what it carries besides. */
  readonly procedures: readonly GroupMember[];
  /** The procedure is none of the group's own but stands for the whole: nothing can be left out. */
  readonly isWhole: boolean;
  readonly source?: string;
}

export interface GroupMember {
  readonly code: string;
  readonly name?: string;
  readonly agency?: string;
}

/** What a dossier of the procedure carries besides on the day the version was read for; undefined: nothing. */
export function groupOffer({ code, content, lists }: Applied): GroupOffer | undefined {
  const { interconnection } = content;
  if (interconnection?.kind !== 'group' || interconnection.procedures === undefined) return undefined;
  const source = sourceOf(lists, 'interconnected');
  const listed = lists?.flatMap(({ facts }) =>
    facts.list === 'interconnected' ? (facts.procedures ?? []) : [],
  );
  const members = [...new Set(interconnection.procedures)].map(
    (member): GroupMember => clean(listed?.find((each) => each.code === member) ?? { code: member }),
  );
  return {
    ...(interconnection.name !== undefined && { name: interconnection.name }),
    procedures: members.filter((member) => member.code !== code),
    isWhole: !interconnection.procedures.includes(code),
    ...(source !== undefined && { source }),
  };
}

function clean(member: {
  readonly code: string;
  readonly name?: string | undefined;
  readonly agency?: string | undefined;
}): GroupMember {
  const { code, name, agency } = member;
  return { code, ...(name !== undefined && { name }), ...(agency !== undefined && { agency }) };
}

/** The decision by which nothing is taken or asked for on paper that day; undefined: paper is taken. */
export function paperlessBy({ lists }: Applied, on: PlainDate): string | undefined {
  const listed = lists?.find(({ facts }) => facts.list === 'paperless' && isPaperless(facts.weekdays, on));
  return listed?.source;
}

/** The decision that lists the procedure among the essential services on the day the version was read for. */
export function essentialBy({ lists }: Applied): string | undefined {
  return sourceOf(lists, 'essential');
}

function sourceOf(lists: Applied['lists'], name: ListName): string | undefined {
  return lists?.find(({ facts }: { readonly facts: ListFacts }) => facts.list === name)?.source;
}
