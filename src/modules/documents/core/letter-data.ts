import { z } from 'zod';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { printable } from './printable.ts';

/** A line of text on a letter: NFC, printable, at most 2,000 characters. */
const line = z.string().transform(printable).pipe(z.string().min(1).max(2_000));

/** A line that may be missing; the form then shows its dotted line. */
const optionalLine = line.nullish().transform((value) => value ?? null);

/** An instant as the parts a letter prints, in Vietnam's legal time. */
const instant = z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))]);
const moment = instant.transform((at) => {
  const [year, month, day] = plainDateOf(at).split('-').map(Number);
  const clock = new Date(at.getTime() + 7 * 3_600_000);
  return { year, month, day, hour: clock.getUTCHours(), minute: clock.getUTCMinutes() };
});

/** `name` as the agency writes it (capitals are the layout's); `parent` is the agency above, printed over it. */
const agency = z.object({ name: line, parent: optionalLine });

const component = z.object({
  name: line,
  form: z.enum(['original', 'copy', 'certifiedCopy', 'photocopy', 'electronic']),
  count: z.int().min(1).max(999),
  note: optionalLine,
});

/** What every letter carries: the agency block and the code drawn as a QR (`qrText` when it should be a link). */
const common = { agency, place: line, dossierCode: line, qrText: optionalLine };

const receipt = z.object({
  ...common,
  issuedOn: moment,
  /** One printed copy each, in this order: the office's and the applicant's. */
  copies: z
    .array(z.enum(['kept', 'given']))
    .min(1)
    .default(['given']),
  receivingUnit: line,
  applicant: line,
  address: optionalLine,
  phone: optionalLine,
  email: optionalLine,
  procedure: line,
  components: z.array(component).max(200),
  sets: z.int().min(1).max(99).default(1),
  /** In the words of the procedure: "03 ngày làm việc". */
  timeLimit: line,
  receivedAt: moment,
  /** Missing where the time limit is not known: the form leaves the place open, a day is never invented. */
  dueAt: moment.nullish().transform((value) => value ?? null),
  returnMethod: line,
  book: z.object({ volume: line, serial: line }),
  submitterName: optionalLine,
  receiverName: optionalLine,
  notes: z.array(line).max(20).default([]),
});

const submissionConfirmation = z.object({
  ...common,
  submittedAt: moment,
  applicant: line,
  receivingUnit: line,
  procedure: line,
  components: z.array(component).max(200),
  /** By when the office answers (8 working hours, NĐ 45/2020 Art. 11). */
  answerBefore: moment,
  lookUpAddress: optionalLine,
  /** What else was chosen: the public post. */
  notes: z.array(line).max(20).default([]),
});

const answer = z.object({
  ...common,
  /** Missing until the records clerk gives it; the letter then leaves the place open. */
  number: optionalLine,
  /** The part after the number: "UBND-VHXH". */
  symbol: line,
  subject: line,
  to: line,
  paragraphs: z.array(line).min(1).max(200),
  recipients: z.array(line).min(1).max(50),
  draftedOn: moment,
  issuedOn: moment.nullish().transform((value) => value ?? null),
  /** e.g. `['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']`: authority and position, one line each. */
  signer: z.object({ lines: z.array(line).min(1).max(4), name: optionalLine }),
});

/** A new date for the result: an apology, or notice of an extension with the law it rests on. */
const newDate = z.object({
  ...common,
  /** Missing until the records clerk gives it. */
  number: optionalLine,
  /** Missing: the office writes its own. */
  symbol: optionalLine,
  issuedOn: moment,
  applicant: line,
  procedure: line,
  receivedAt: moment,
  /** The first promise, of the receipt. */
  promisedAt: moment,
  reason: line,
  basis: optionalLine,
  newDueAt: moment,
  signer: z.object({ lines: z.array(line).min(1).max(4), name: optionalLine }),
});

/** What the notices to an applicant during the work have in common: number, whose dossier, who signs. */
const notice = {
  ...common,
  issuedOn: moment,
  /** Number in the book of its form; the symbol behind it is the form's. */
  number: line,
  applicant: line,
  address: optionalLine,
  phone: optionalLine,
  email: optionalLine,
  procedure: line,
  /** Who answers questions, with a telephone number where there is one. */
  contact: optionalLine,
  /** No lines: the officer at the counter signs under their own name. */
  signer: z.object({ lines: z.array(line).max(4), name: optionalLine }),
};

const supplement = z.object({
  ...notice,
  items: z
    .array(z.object({ name: line, reason: line }))
    .min(1)
    .max(200),
  guidance: optionalLine,
  answerBy: moment,
});

const stop = z.object({
  ...notice,
  receivedAt: moment,
  ground: z.enum(['requested', 'unanswered', 'law']),
  reason: line,
  stage: line,
  money: line,
});

/** Letters the product can print, by form code, with the data each needs. */
export const letterForms = {
  receipt,
  'submission-confirmation': submissionConfirmation,
  answer,
  apology: newDate,
  extension: newDate,
  supplement,
  stop,
} as const;

export type LetterFormCode = keyof typeof letterForms;

/** The data a form is given, before it is checked. */
export type LetterData<Form extends LetterFormCode> = z.input<(typeof letterForms)[Form]>;
