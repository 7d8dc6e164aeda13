import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, maybeOne, one, type Tx } from '../../../platform/database.ts';
import type { Organisation } from '../core/people.ts';

/** The organisation of a tax code as the provider names it today; made at its first sign-in. */
export async function keepOrganisation(
  tx: Tx,
  jurisdiction: Jurisdiction,
  organisation: Omit<Organisation, 'organisationId'> & { readonly newId: Id<'organisation'> },
  now: Date,
): Promise<Id<'organisation'>> {
  const { newId, name, taxCode, phone, email, address } = organisation;
  const row = await one(
    tx,
    sql<{ id: Id<'organisation'> }>`
      insert into identity.organisation as kept (jurisdiction, id, name, tax_code, phone, email, address, created_at)
      values (${jurisdiction}, ${newId}, ${name}, ${taxCode}, ${phone ?? null}, ${email ?? null}, ${address ?? null}, ${now})
      on conflict (jurisdiction, tax_code) do update set name = excluded.name,
        phone = coalesce(excluded.phone, kept.phone), email = coalesce(excluded.email, kept.email),
        address = coalesce(excluded.address, kept.address)
      returning id`,
  );
  return row.id;
}

interface OrganisationRow {
  readonly name: string;
  readonly tax_code: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

/** An organisation by its id. */
export async function findOrganisation(
  db: Connection,
  jurisdiction: Jurisdiction,
  organisationId: Id<'organisation'>,
): Promise<Organisation | undefined> {
  const row = await maybeOne(
    db,
    sql<OrganisationRow>`
      select name, tax_code, phone, email, address from identity.organisation
      where jurisdiction = ${jurisdiction} and id = ${organisationId}`,
  );
  if (!row) return undefined;
  return {
    organisationId,
    name: row.name,
    taxCode: row.tax_code,
    ...(row.phone !== null && { phone: row.phone }),
    ...(row.email !== null && { email: row.email }),
    ...(row.address !== null && { address: row.address }),
  };
}
