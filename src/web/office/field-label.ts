import type { TextKey } from '../../texts/catalogue.ts';
import type { Translate } from '../../texts/translate.ts';

/** What the office's forms call a field, by the last part of its pointer. */
const labels: Readonly<Record<string, TextKey>> = {
  name: 'office.party.name',
  identityNumber: 'office.party.identity',
  taxCode: 'represent.tax-code',
  birthDate: 'office.party.birth',
  phone: 'office.party.phone',
  address: 'office.party.address',
  reason: 'office.refuse.reason',
  note: 'office.check.note',
  receiptNumber: 'office.fee.receipt',
  amount: 'office.fee.amount',
  receivedOriginals: 'office.check.originals',
  receivedCopies: 'office.check.copies',
  typeCode: 'office.result.type',
  number: 'office.result.number',
  book: 'office.result.book',
  issuedOn: 'office.result.on',
  handedTo: 'office.return.to',
  answerBy: 'office.supplement.answer-by',
  guidance: 'office.supplement.guidance',
  signerPostId: 'office.signer',
  unitId: 'office.opinion.unit',
  question: 'office.opinion.question',
  hours: 'office.opinion.hours',
  verdict: 'office.opinion.verdict',
  answer: 'office.opinion.answer',
  document: 'office.opinion.document',
  toUnitId: 'office.transfer.to',
  ground: 'office.stop.ground',
  money: 'office.stop.money',
  on: 'office.message.on',
  choice: 'office.forward.choice',
  trackingNumber: 'post.desk.number',
  cameUnder: 'post.desk.number',
  recipient: 'post.recipient',
};

/** The paper by which somebody acts for the owner: its fields are called like others elsewhere. */
const ofRepresentation: Readonly<Record<string, TextKey>> = {
  '/representation/document': 'represent.document.name',
  '/representation/number': 'represent.number',
  '/representation/issuedOn': 'represent.issued-on',
  '/representation/issuedBy': 'represent.issued-by',
};

/** A field as its form calls it, with whose it is where two people are asked the same: `Chủ hồ sơ – Họ và tên`. */
export function officeFieldLabel(pointer: string, t: Translate): string | undefined {
  const paper = ofRepresentation[pointer];
  if (paper !== undefined) return t(paper);
  const parts = pointer.split('/').slice(1);
  const label = labels[parts.at(-1) ?? ''];
  if (label === undefined) return undefined;
  const [whose] = parts;
  if (whose !== 'owner' && whose !== 'submitter') return t(label);
  return `${t(`office.party.${whose}`)} – ${t(label)}`;
}
