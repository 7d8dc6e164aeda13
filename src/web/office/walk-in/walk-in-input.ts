import { partsIn } from '../../ui/part-choices.tsx';
import { componentChecksIn, feeIn } from '../intake-input.ts';
import { resultIn } from '../result-input.ts';
import { given, textIn } from '../typed.ts';

/** The matter chosen at the counter, read from the page's address. */
export interface CounterMatter {
  readonly procedureCode: string;
  readonly caseKey: string;
  readonly caseAnswers: Readonly<Record<string, string>>;
}

/** `registerWalkInInput` out of the form. */
export function walkInInput(matter: CounterMatter, form: FormData) {
  return {
    ...matter,
    competentUnitId: textIn(form, 'competentUnitId') ?? '',
    receivedUnitId: textIn(form, 'receivedUnitId') ?? '',
    owner: partyIn(form, 'owner') ?? {},
    components: componentChecksIn(form),
    parts: partsIn(form),
    ...given({
      submitter: partyIn(form, 'submitter'),
      representation: representationIn(form),
      fee: feeIn(form),
      post: postIn(form),
    }),
    ...(form.has('representationChecked') && { representationChecked: true }),
  };
}

/** `settleAtCounterInput` out of the form. */
export function settleInput(matter: CounterMatter, form: FormData) {
  return {
    ...walkInInput(matter, form),
    signerPostId: textIn(form, 'signerPostId') ?? '',
    result: resultIn(form),
  };
}

/** What goes by post, and under which number the papers came; undefined when neither was filled in. */
function postIn(form: FormData) {
  const field = (name: string) => textIn(form, `post.${name}`);
  const [recipient, phone, address] = ['recipient', 'phone', 'address'].map(field);
  const filled = [recipient, phone, address].some((text) => text !== undefined);
  const post = given({
    cameUnder: field('cameUnder'),
    returnTo: filled
      ? { recipient: recipient ?? '', phone: phone?.replaceAll(/[\s.]/g, '') ?? '', address: address ?? '' }
      : undefined,
  });
  return Object.keys(post).length === 0 ? undefined : post;
}

/** By what right the submitter acts for the owner; undefined when they only bring the papers. */
function representationIn(form: FormData) {
  const field = (name: string) => textIn(form, `representation.${name}`);
  const capacity = field('capacity');
  if (capacity === undefined) return undefined;
  return {
    capacity,
    ...given({
      document: field('document'),
      number: field('number'),
      issuedOn: dateIn(field('issuedOn')),
      issuedBy: field('issuedBy'),
    }),
  };
}

/** A person out of the fields `<role>.…`; undefined when none was filled in. */
function partyIn(form: FormData, role: 'owner' | 'submitter') {
  const field = (name: string) => textIn(form, `${role}.${name}`);
  const party = given({
    name: field('name'),
    identityNumber: field('identityNumber')?.replaceAll(/[\s.]/g, ''),
    taxCode: field('taxCode')?.replaceAll(/[\s.]/g, ''),
    birthDate: dateIn(field('birthDate')),
    phone: field('phone')?.replaceAll(/[\s.]/g, ''),
    email: field('email'),
    address: field('address'),
  });
  return Object.keys(party).length === 0 ? undefined : party;
}

/** `14/8/1995`, or `14081995` from a keypad, becomes `1995-08-14`; a year alone, or what is no date, stays. */
function dateIn(text: string | undefined): string | undefined {
  const parts =
    /^(\d{1,2})[ /.-](\d{1,2})[ /.-](\d{4})$/.exec(text ?? '') ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text ?? '');
  if (!parts) return text;
  const [, day = '', month = '', year = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
