import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, maybeOne, type Tx } from '../../../platform/database.ts';
import type { Seal, SealedText } from '../../../platform/sealed-text.ts';
import type { CitizenProfile } from '../core/people.ts';
import { personNameOrder } from '../core/vietnamese-order.ts';

/** Names the column inside the seal: a number moved elsewhere does not open. */
export const identityContext = 'identity.person.identity';

export interface PersonFacts {
  readonly name: string;
  readonly birthDate?: PlainDate | undefined;
  readonly gender?: 'male' | 'female' | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
  readonly identityNumber?: string | undefined;
}

/** Adds a person; the identity number is sealed and indexed blindly. A second person with the same number throws. */
export async function addPerson(
  tx: Tx,
  jurisdiction: Jurisdiction,
  seal: Seal,
  id: Id<'person'>,
  facts: PersonFacts,
  now: Date,
): Promise<void> {
  const number = facts.identityNumber;
  await sql`
    insert into identity.person (jurisdiction, id, name, name_order, birth_date, gender, phone, email, address,
      identity_sealed, identity_index, created_at)
    values (${jurisdiction}, ${id}, ${facts.name.normalize('NFC')}, ${personNameOrder(facts.name)},
      ${facts.birthDate ?? null}, ${facts.gender ?? null}, ${facts.phone ?? null}, ${facts.email ?? null},
      ${facts.address ?? null}, ${number ? seal.seal(number, identityContext) : null},
      ${number ? seal.blindIndex(number, identityContext) : null}, ${now})`.execute(tx);
}

/** What a record with this number may carry as its blind index, one for each key; none without a number. */
export function identityIndexes(seal: Seal, identityNumber: string | undefined): readonly string[] {
  return identityNumber ? [...seal.blindIndexes(identityNumber, identityContext)] : [];
}

/**
 * Nobody else looks these numbers (by their blind indexes) up to write them down until the transaction ends: two first sign-ins, or one beside a counter, make one
 * record, and the second is asked. Taken before anything of the record is looked at.
 */
export async function lockIndexes(
  tx: Tx,
  jurisdiction: Jurisdiction,
  indexes: readonly string[],
): Promise<void> {
  for (const index of indexes.toSorted()) {
    const key = `identity-number:${jurisdiction}:${index}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  }
}

/** Sets the identity number of a record that has none, unless another record has it. */
export async function noteNumber(
  tx: Tx,
  jurisdiction: Jurisdiction,
  seal: Seal,
  id: Id<'person'>,
  identityNumber: string | undefined,
): Promise<void> {
  if (!identityNumber) return;
  await sql`
    update identity.person set identity_sealed = ${seal.seal(identityNumber, identityContext)},
      identity_index = ${seal.blindIndex(identityNumber, identityContext)}
    where jurisdiction = ${jurisdiction} and id = ${id} and identity_index is null and not exists (
      select from identity.person other
      where other.jurisdiction = ${jurisdiction}
        and other.identity_index = any(${[...identityIndexes(seal, identityNumber)]}::text[]))`.execute(tx);
}

/**
 * Takes over what the identity provider vouches for; what it leaves out stays, and so does the identity number. A record with
 * a number listens to nobody else's: an account merged by mistake must not leave its name and telephone behind.
 */
export async function refreshPerson(
  tx: Tx,
  jurisdiction: Jurisdiction,
  seal: Seal,
  id: Id<'person'>,
  facts: PersonFacts,
): Promise<void> {
  const own = [...identityIndexes(seal, facts.identityNumber)];
  await sql`
    update identity.person set
      name = ${facts.name.normalize('NFC')}, name_order = ${personNameOrder(facts.name)},
      birth_date = coalesce(${facts.birthDate ?? null}, birth_date),
      gender = coalesce(${facts.gender ?? null}, gender),
      phone = case when 'phone' = any(corrected_fields) then phone else coalesce(${facts.phone ?? null}, phone) end,
      email = case when 'email' = any(corrected_fields) then email else coalesce(${facts.email ?? null}, email) end,
      address = case when 'address' = any(corrected_fields) then address
        else coalesce(${facts.address ?? null}, address) end
    where jurisdiction = ${jurisdiction} and id = ${id}
      and (identity_index is null or identity_index = any(${own}::text[]))`.execute(tx);
}

/** The person carrying this identity number, found without opening any. */
export function findPersonByNumber(
  db: Connection,
  jurisdiction: Jurisdiction,
  seal: Seal,
  identityNumber: string,
): Promise<{ id: Id<'person'>; name: string } | undefined> {
  return maybeOne(
    db,
    sql<{ id: Id<'person'>; name: string }>`
      select id, name from identity.person
      where jurisdiction = ${jurisdiction}
        and identity_index = any(${[...identityIndexes(seal, identityNumber)]}::text[])
      order by created_at, id limit 1`,
  );
}

interface ProfileRow {
  readonly name: string;
  readonly birth_date: PlainDate | null;
  readonly gender: 'male' | 'female' | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly identity_sealed: SealedText | null;
}

/** Everything known of a person, the identity number opened. */
export async function findProfile(
  db: Connection,
  jurisdiction: Jurisdiction,
  seal: Seal,
  personId: Id<'person'>,
): Promise<CitizenProfile | undefined> {
  const row = await maybeOne(
    db,
    sql<ProfileRow>`
      select name, birth_date, gender, phone, email, address, identity_sealed from identity.person
      where jurisdiction = ${jurisdiction} and id = ${personId}`,
  );
  if (!row) return undefined;
  return {
    personId,
    name: row.name,
    ...(row.birth_date !== null && { birthDate: row.birth_date }),
    ...(row.gender !== null && { gender: row.gender }),
    ...(row.phone !== null && { phone: row.phone }),
    ...(row.email !== null && { email: row.email }),
    ...(row.address !== null && { address: row.address }),
    ...(row.identity_sealed !== null && { identityNumber: seal.open(row.identity_sealed, identityContext) }),
  };
}
