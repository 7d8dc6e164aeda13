import { given, textIn } from './typed.ts';

/** `resultInput` out of the fields `result.…`; without a number the next one of the book is taken. */
export function resultIn(form: FormData) {
  return {
    typeCode: textIn(form, 'result.typeCode') ?? '',
    book: textIn(form, 'result.book') ?? '',
    issuedOn: textIn(form, 'result.issuedOn') ?? '',
    ...given({ number: textIn(form, 'result.number'), fileId: textIn(form, 'result.fileId') }),
  };
}
