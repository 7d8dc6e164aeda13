import type { Represented } from '../../../modules/dossiers/contract.ts';

/** What stands in the form: the capacity, and fields by their names. */
export type TypedRepresented = Readonly<Record<string, string | undefined>>;

const ownerFields = ['name', 'identityNumber', 'taxCode', 'phone', 'address'] as const;
const documentFields = ['document', 'number', 'issuedOn', 'issuedBy'] as const;

/** The fields of the form as posted, or as the draft has them. */
export function typedOf(given: FormData | Represented | undefined): TypedRepresented {
  if (given instanceof FormData)
    return Object.fromEntries([...given].map(([name, value]) => [name, String(value).trim() || undefined]));
  if (!given) return { capacity: 'self' };
  const { owner, representation } = given;
  return {
    capacity: representation.capacity,
    ...Object.fromEntries(ownerFields.map((name) => [`owner.${name}`, owner[name]])),
    ...Object.fromEntries(documentFields.map((name) => [`representation.${name}`, representation[name]])),
  };
}

/** `represented` of `saveRepresentedInput`; null for oneself. */
export function representedIn(typed: TypedRepresented): object | null {
  if (typed.capacity === undefined || typed.capacity === 'self') return null;
  const digits = (text: string | undefined) => text?.replaceAll(/[\s.]/g, '');
  const given = (fields: Readonly<Record<string, string | undefined>>) =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return {
    owner: given({
      name: typed['owner.name'],
      // What the page hides for this capacity is not meant, whatever stands in it.
      identityNumber: typed.capacity === 'organisation' ? undefined : digits(typed['owner.identityNumber']),
      taxCode: typed.capacity === 'guardian' ? undefined : digits(typed['owner.taxCode']),
      phone: digits(typed['owner.phone']),
      address: typed['owner.address'],
    }),
    representation: {
      capacity: typed.capacity,
      ...given(Object.fromEntries(documentFields.map((name) => [name, typed[`representation.${name}`]]))),
    },
  };
}
