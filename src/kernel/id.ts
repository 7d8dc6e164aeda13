/** An identifier that cannot be mixed up with another kind's: `Id<'dossier'>`. The value is a UUIDv7 text. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a lower-case UUID text of any version. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** Opaque smallint of the installation's tenant: never a GSO or agency code, never changing. Leads every dossier-scoped key. */
export type Jurisdiction = number & { readonly __kind: 'jurisdiction' };

/** Source of new ids, injected: UUIDv7 in production, a counter in tests. */
export type NewId = <Kind extends string>() => Id<Kind>;
