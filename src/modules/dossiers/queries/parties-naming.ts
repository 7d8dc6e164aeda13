import { sql } from 'kysely';
import { searchText } from '../../../kernel/search-text.ts';
import { many } from '../../../platform/database.ts';
import type { DataSubject } from '../../privacy/public.ts';
import type { PartyView } from '../contract.ts';
import { type DossierDeps, identitySeal } from '../store/deps.ts';

/** Where somebody stands among the people of a dossier. */
export interface NamingParty {
  readonly dossierId: string;
  readonly role: PartyView['role'];
}

interface NamedRow extends NamingParty {
  readonly name: string;
  readonly isPerson: boolean;
}

/**
 * As whom dossiers name somebody: by their record, else by number and name. By the number alone nobody is recognised: a slip of
 * it would show a stranger's dossier.
 */
export async function partiesNaming(
  deps: Pick<DossierDeps, 'db' | 'seal'>,
  subject: DataSubject,
): Promise<readonly NamingParty[]> {
  const { jurisdiction, identityNumber: number } = subject;
  const indexes = number === undefined ? [] : deps.seal.blindIndexes(number, identitySeal);
  const rows = await many(
    deps.db,
    // Each way is a walk of an index of its own: joined by "or" they would read every party.
    sql<NamedRow>`
      select p.dossier_id as "dossierId", p.role, p.name, true as "isPerson" from dossiers.party p
      where p.jurisdiction = ${jurisdiction} and p.person_id = ${subject.personId}
      union all
      select p.dossier_id, p.role, p.name, false from dossiers.party p
      where p.jurisdiction = ${jurisdiction} and p.identity_index = any(${[...indexes]}::text[])
        and p.person_id is distinct from ${subject.personId}`,
  );
  const wanted = subject.name === undefined ? undefined : searchText(subject.name);
  return rows.filter((row) => row.isPerson || searchText(row.name) === wanted);
}
