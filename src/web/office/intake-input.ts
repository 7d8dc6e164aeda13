import { given, numberIn, textIn } from './typed.ts';

/** What an officer found of each paper: fields `components.<key>.…`, one hidden field `component` for each paper shown. */
export function componentChecksIn(form: FormData) {
  return form.getAll('component').map((key) => {
    const field = (name: string) => `components.${String(key)}.${name}`;
    return {
      key,
      receivedOriginals: numberIn(form, field('receivedOriginals')) ?? 0,
      receivedCopies: numberIn(form, field('receivedCopies')) ?? 0,
      comparedWithOriginal: form.get(field('comparedWithOriginal')) !== null,
      ...given({ note: textIn(form, field('note')) }),
    };
  });
}

/** Quantities of a tiered fee: fields `fee.quantities.<unit>`. */
export function quantitiesIn(form: FormData): Readonly<Record<string, number | string>> {
  const prefix = 'fee.quantities.';
  const quantities: Record<string, number | string> = {};
  for (const name of form.keys()) {
    const quantity = name.startsWith(prefix) ? numberIn(form, name) : undefined;
    if (quantity !== undefined) quantities[name.slice(prefix.length)] = quantity;
  }
  return quantities;
}

/**
 * The money taken; undefined when neither a receipt nor an amount was entered. An amount alone is kept, so that the
 * missing receipt number is named.
 */
export function feeIn(form: FormData) {
  const receiptNumber = textIn(form, 'fee.receiptNumber');
  const amount = numberIn(form, 'fee.amount');
  if (receiptNumber === undefined && (amount === undefined || amount === 0)) return undefined;
  return { quantities: quantitiesIn(form), receiptNumber: receiptNumber ?? '', amount: amount ?? '' };
}
