import { type PlainDate, parsePlainDate } from '../../../../kernel/plain-date.ts';
import type { AddressAnswer, AddressBook } from '../answers.ts';
import type { AddressField } from '../definition.ts';
import { cleanText } from './clean-text.ts';
import { empty, type FormContext, type Problem, type Reading, unusable, when } from './reading.ts';

/** Reads an address. `atAnswer` is the answer of the field named by `at`: its day decides which units exist. */
export function readAddress(
  field: AddressField,
  raw: unknown,
  context: FormContext,
  atAnswer: unknown,
): Reading {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return unusable;
  const on = addressDay(field, context.today, atAnswer);
  const parts = {
    province: part(raw, 'province'),
    commune: part(raw, 'commune'),
    communeText: part(raw, 'communeText'),
    detail: part(raw, 'detail'),
  };
  if (Object.values(parts).every((text) => text === '')) return empty;
  const { commune, communeText } = onlyOne(parts, on, context.addressBook);
  const value: AddressAnswer = {
    on,
    province: parts.province,
    ...(commune === '' ? {} : { commune }),
    ...(communeText === '' ? {} : { communeText }),
    ...(parts.detail === '' ? {} : { detail: parts.detail }),
  };
  const before = parsePlainDate(part(raw, 'on')) ?? on;
  return { value, problems: problems(value, before, context.addressBook) };
}

/** The day whose units an address field offers: the answer of its `at` field, else today. */
export function addressDay(field: AddressField, today: PlainDate, atAnswer: unknown): PlainDate {
  if (field.at === undefined || typeof atAnswer !== 'string') return today;
  return parsePlainDate(atAnswer) ?? today;
}

/** A commune is chosen where a list exists and written where none does; never both. */
function onlyOne(
  parts: { province: string; commune: string; communeText: string },
  on: PlainDate,
  book: AddressBook | undefined,
): { commune: string; communeText: string } {
  if (book === undefined || parts.province === '') return parts;
  return book.communes(parts.province, on) === undefined
    ? { commune: '', communeText: parts.communeText }
    : { commune: parts.commune, communeText: '' };
}

function problems(
  address: AddressAnswer,
  before: PlainDate,
  book: AddressBook | undefined,
): readonly Problem[] {
  const tooLong = (['communeText', 'detail'] as const).map((name) => {
    const problem = when((address[name] ?? '').length > 200, 'forms.too-long', { max: 200 });
    return problem && { ...problem, at: `/${name}` };
  });
  const unit = address.province === '' ? provinceMissing : unitProblem(address, before, book);
  return [unit, ...tooLong].filter((problem) => problem !== undefined);
}

const provinceMissing: Problem = { type: 'forms.province-missing', at: '/province' };

/** `before`: the day on which the address was chosen; its commune may have been merged or split since. */
function unitProblem(
  address: AddressAnswer,
  before: PlainDate,
  book: AddressBook | undefined,
): Problem | undefined {
  if (address.commune === undefined && address.communeText === undefined) {
    const written = book !== undefined && book.communes(address.province, address.on) === undefined;
    return { type: 'forms.commune-missing', at: written ? '/communeText' : '/commune' };
  }
  if (book === undefined) return undefined;
  if (!book.provinces(address.on).some((unit) => unit.code === address.province)) {
    return { type: 'forms.province-not-listed', at: '/province', params: { on: vietnamese(address.on) } };
  }
  const communes = book.communes(address.province, address.on);
  if (communes === undefined || communes.some((unit) => unit.code === address.commune)) return undefined;
  const moved = book.after(address.commune ?? '', before, address.on);
  if (moved !== undefined) {
    const params = { name: moved.name, heirs: moved.heirs.join(', ') };
    return { type: 'forms.commune-moved', at: '/commune', params };
  }
  return { type: 'forms.commune-not-listed', at: '/commune', params: { on: vietnamese(address.on) } };
}

function vietnamese(date: PlainDate): string {
  return date.split('-').reverse().join('/');
}

function part(raw: object, name: string): string {
  const value: unknown = Object.hasOwn(raw, name) ? Reflect.get(raw, name) : undefined;
  return typeof value === 'string' ? cleanText(value, 250) : '';
}
