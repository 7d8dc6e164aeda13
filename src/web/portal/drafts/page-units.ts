import {
  type AddressBook,
  addressDay,
  type FormContext,
  type FormField,
  rowsOf,
} from '../../../modules/forms/contract.ts';
import { type AddressUnits, unitsKey } from '../../ui/form/form-state.ts';

/** The units the address fields of a page begin with, so that the page is complete without script. */
export function pageUnits(
  fields: readonly FormField[],
  answers: Readonly<Record<string, unknown>>,
  context: Pick<FormContext, 'today'>,
  book: AddressBook,
): AddressUnits {
  const units: Record<string, AddressUnits[string]> = {};
  for (const field of fields) {
    if (field.kind === 'repeat') {
      const rows = rowsOf(answers[field.key]);
      for (const row of [{}, ...rows]) Object.assign(units, pageUnits(field.fields, row, context, book));
    }
    if (field.kind !== 'address') continue;
    const on = addressDay(field, context.today, field.at === undefined ? undefined : answers[field.at]);
    units[unitsKey(on)] = book.provinces(on);
    const province = provinceOf(answers[field.key]);
    if (province !== '') units[unitsKey(on, province)] = book.communes(province, on) ?? null;
  }
  return units;
}

function provinceOf(answer: unknown): string {
  const province: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'province') : undefined;
  return typeof province === 'string' ? province : '';
}
