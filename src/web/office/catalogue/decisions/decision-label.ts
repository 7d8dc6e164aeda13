import type { TextKey } from '../../../../texts/catalogue.ts';
import type { Translate } from '../../../../texts/translate.ts';

const labels: Readonly<Record<string, TextKey>> = {
  reason: 'catalogue.decision.undo.reason',
  codes: 'catalogue.lists.codes',
  percent: 'catalogue.lists.percent',
  members: 'catalogue.lists.group.members',
  kind: 'catalogue.decision.kind',
  number: 'catalogue.decision.number',
  decidedOn: 'catalogue.decision.decidedOn',
  agency: 'catalogue.decision.agency',
  signer: 'catalogue.decision.signer',
  title: 'catalogue.decision.heading',
  effectiveOn: 'catalogue.decision.effectiveOn',
  announcedOn: 'catalogue.decision.announcedOn',
  publishedOn: 'catalogue.decision.publishedOn',
  postedOn: 'catalogue.decision.postedOn',
  code: 'catalogue.decision.abolish.code',
  from: 'catalogue.decision.effect.from',
};

/** What the forms of a decision call a field, by the last part of its pointer. */
export function decisionLabel(pointer: string, t: Translate): string | undefined {
  const label = labels[pointer.split('/').at(-1) ?? ''];
  return label && t(label);
}
