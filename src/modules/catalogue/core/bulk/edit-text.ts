import type { ProcedureContent } from '../content.ts';
import type { ProcedureText } from '../procedure-text.ts';
import type { BulkEdit } from './bulk-edit.ts';

/** Why a text is left as it is. */
export type NotEdited =
  | 'catalogue.bulk-same'
  | 'catalogue.bulk-no-such-basis'
  | 'catalogue.bulk-no-fee'
  | 'catalogue.bulk-last-channel'
  | 'catalogue.bulk-channel-in-use';

export type EditedText = { readonly text: ProcedureText } | { readonly not: NotEdited };

/** The text after the edit, or why it stays: also where the edit would change nothing. */
export function editText(text: ProcedureText, edit: BulkEdit): EditedText {
  switch (edit.field) {
    case 'sector':
      return editSector(text, edit.to);
    case 'agency':
      return editAgency(text, edit.to);
    case 'legalBasis':
      return replaceBasis(text, edit);
    case 'feeBasis':
      return editFeeBasis(text, edit);
    case 'channel':
      return edit.does === 'add' ? addChannel(text, edit.channel) : removeChannel(text, edit.channel);
  }
}

const same = { not: 'catalogue.bulk-same' } as const;

/** The English name belonged to the old one. */
function editSector({ sectorEn: _english, ...text }: ProcedureText, sector: string): EditedText {
  return text.sector === sector ? same : { text: { ...text, sector } };
}

function editAgency(text: ProcedureText, name: string): EditedText {
  const { nameEn: _english, ...agency } = text.content.competentAgency;
  if (agency.name === name) return same;
  return withContent(text, { competentAgency: { ...agency, name } });
}

/**
 * The new document stands where the old one stood; cited already, it stays as it is cited. Name and articles of the
 * old one say nothing of the new one.
 */
function replaceBasis(
  text: ProcedureText,
  { from, to, name }: Extract<BulkEdit, { field: 'legalBasis' }>,
): EditedText {
  const bases = text.content.legalBases;
  if (!bases.some(({ number }) => number === from)) return { not: 'catalogue.bulk-no-such-basis' };
  if (from === to) return same;
  const isCited = bases.some(({ number }) => number === to);
  const legalBases = bases.flatMap((basis) => {
    if (basis.number !== from) return [basis];
    return isCited ? [] : [{ number: to, ...(name === undefined ? {} : { name }) }];
  });
  return withContent(text, { legalBases });
}

function editFeeBasis(
  text: ProcedureText,
  { from, to }: Extract<BulkEdit, { field: 'feeBasis' }>,
): EditedText {
  const meant = text.content.fees.filter(({ basis }) => from === undefined || basis === from);
  if (meant.length === 0) return { not: 'catalogue.bulk-no-fee' };
  if (meant.every(({ basis }) => basis === to)) return same;
  const fees = text.content.fees.map((fee) => (meant.includes(fee) ? { ...fee, basis: to } : fee));
  return withContent(text, { fees });
}

type Channel = ProcedureContent['channels'][number];

function addChannel(text: ProcedureText, channel: Channel): EditedText {
  const { channels } = text.content;
  return channels.includes(channel) ? same : withContent(text, { channels: [...channels, channel] });
}

/** What is said for a channel alone would be left without it: that is settled in the text itself. */
function removeChannel(text: ProcedureText, channel: Channel): EditedText {
  const { channels, components, timeLimits, fees } = text.content;
  if (!channels.includes(channel)) return same;
  if (channels.length === 1) return { not: 'catalogue.bulk-last-channel' };
  const scoped = [
    ...components,
    ...timeLimits,
    ...fees,
    ...fees.flatMap(({ reductions = [] }) => reductions),
  ];
  if (scoped.some((entry) => entry.channels?.includes(channel)))
    return { not: 'catalogue.bulk-channel-in-use' };
  return withContent(text, { channels: channels.filter((each) => each !== channel) });
}

function withContent(text: ProcedureText, content: Partial<ProcedureContent>): EditedText {
  return { text: { ...text, content: { ...text.content, ...content } } };
}
