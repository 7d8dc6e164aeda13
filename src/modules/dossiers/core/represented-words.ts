import type { PartyView } from './wire/party-view.ts';
import type { Capacity, RepresentationView } from './wire/representation.ts';

/** As a slip prints it: who acts for the owner, by what right, and who helped. */
export function representedWords(
  parties: readonly Pick<PartyView, 'role' | 'name'>[],
  representation: RepresentationView | undefined,
): readonly string[] {
  const nameOf = (role: PartyView['role']) => parties.find((party) => party.role === role)?.name;
  const helper = nameOf('helper');
  return [
    ...(representation
      ? [`Người nộp: ${nameOf('submitter')}, ${rightOf(representation, nameOf('owner'))}.`]
      : []),
    ...(helper ? [`Người hỗ trợ nộp: ${helper}.`] : []),
  ];
}

function rightOf(representation: RepresentationView, owner: string | undefined): string {
  const { capacity, document, number, issuedOn } = representation;
  const right = `${capacityWords[capacity]} ${owner}`;
  if (document === undefined) return right;
  const day = issuedOn?.split('-').toReversed().join('/');
  return `${right} (${[document, number && `số ${number}`, day && `ngày ${day}`].filter(Boolean).join(' ')})`;
}

const capacityWords: Readonly<Record<Capacity, string>> = {
  authorised: 'người được ủy quyền của',
  guardian: 'cha, mẹ hoặc người giám hộ của',
  organisation: 'người đại diện của',
};
