import type { Component, Doubt } from '../content.ts';
import { cleanText, someText } from './clean-text.ts';
import type { Heading } from './read-heading.ts';
import type { SourceGroup } from './source-record.ts';

type SourceItem = SourceGroup['items'][number];

/** More copies than this of one paper is a form number glued to the count: "Mẫu số 18" + 1 became 181. */
export const mostCopies = 9;
const conditional =
  /(?:^|[\s(;,.])(?<clause>(?:trong |đối với |ngoài )?trường hợp\s.*|nếu (?:có|người|việc|không|là)?.*|đối với\s.*)$/isu;

/**
 * One paper of an import. Anything that does not look right is listed but left unverified, and a count that
 * cannot be is left out: it is never demanded. Undefined when the source names no paper.
 */
export function readComponent(item: SourceItem, heading: Heading, key: string): Component | undefined {
  const name = someText(item.name);
  if (!name) return undefined;
  const doubts: Doubt[] = [];
  if (heading.kind === 'doubtful') doubts.push('heading-as-case');
  const clause = conditional.exec(name)?.groups?.clause;
  if (clause || heading.kind === 'condition') doubts.push('conditional-paper');
  if (Math.max(item.originals, item.copies) > mostCopies) doubts.push('implausible-count');
  else if (item.originals + item.copies === 0) doubts.push('no-count');
  const condition = heading.kind === 'condition' ? heading.text : clause;
  return {
    key,
    name,
    mode: heading.mode ?? (/^xuất trình/iu.test(name) ? 'present' : 'submit'),
    ...(condition ? { condition: { text: cleanText(condition) } } : {}),
    ...countsOf(item),
    ...(heading.kind === 'doubtful' ? { note: heading.text } : {}),
    ...(item.formFile.trim() ? { form: { name, file: cleanText(item.formFile), electronic: false } } : {}),
    certainty: doubts.length === 0 ? 'verified' : 'unverified',
    doubts,
  };
}

/** A paper found glued to the heading of the next group: nothing but its words is known. */
export function gluedComponent(name: string, key: string): Component {
  return { key, name, mode: 'submit', certainty: 'unverified', doubts: ['glued-text'] };
}

function countsOf(item: SourceItem): Pick<Component, 'originals' | 'copies'> {
  if (item.originals + item.copies === 0) return {};
  return {
    ...(item.originals <= mostCopies ? { originals: item.originals } : {}),
    ...(item.copies <= mostCopies ? { copies: item.copies } : {}),
  };
}
