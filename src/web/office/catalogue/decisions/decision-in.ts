import { given, textIn } from '../../typed.ts';

/** A decision as its form sends it. */
export function decisionIn(form: FormData) {
  return given({
    kind: textIn(form, 'kind'),
    number: textIn(form, 'number'),
    decidedOn: textIn(form, 'decidedOn'),
    agency: textIn(form, 'agency'),
    signer: textIn(form, 'signer'),
    title: textIn(form, 'title'),
    effectiveOn: textIn(form, 'effectiveOn'),
    announcedOn: textIn(form, 'announcedOn'),
    publishedOn: textIn(form, 'publishedOn'),
    postedOn: textIn(form, 'postedOn'),
  });
}
