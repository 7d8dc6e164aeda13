import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many } from '../../../platform/database.ts';
import type { Seal } from '../../../platform/sealed-text.ts';
import type { PartyView, WalkInParty } from '../contract.ts';
import { identitySeal } from './deps.ts';

/** One legal person of a dossier as stored: the identity number sealed, its blind index beside it. */
export interface PartyRow {
  readonly role: PartyView['role'];
  readonly personId: string | null;
  readonly name: string;
  readonly birthDate: string | null;
  readonly identitySealed: string | null;
  readonly identityIndex: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly taxCode: string | null;
}

/** Seals a person's identity number for storing. */
export function sealParty(
  seal: Seal,
  role: PartyRow['role'],
  party: WalkInParty,
  personId?: string,
): PartyRow {
  const number = party.identityNumber;
  return {
    role,
    personId: personId ?? null,
    name: party.name.normalize('NFC'),
    birthDate: party.birthDate ?? null,
    identitySealed: number === undefined ? null : seal.seal(number, identitySeal),
    identityIndex: number === undefined ? null : seal.blindIndex(number, identitySeal),
    phone: party.phone ?? null,
    email: party.email ?? null,
    address: party.address ?? null,
    taxCode: party.taxCode ?? null,
  };
}

/** Digits of the shortest number that is one: an old identity card. */
const fewestDigits = 9;

/**
 * Blind indexes of the numbers that prove, beside the code, a right to follow the dossier: identity and phone numbers of
 * its people, in full. What somebody typed for a telephone and is none proves nothing: it could be guessed.
 */
export function secondFactsOf(seal: Seal, parties: readonly WalkInParty[]): readonly string[] {
  const numbers = parties
    .flatMap((party) => [party.identityNumber ?? '', party.phone ?? ''])
    .filter((number) => number.replace(/\D/g, '').length >= fewestDigits);
  return [...new Set(numbers.map((number) => secondFact(seal, number)))];
}

/** The blind index of one such number; spaces and dots people type in it do not matter. */
export function secondFact(seal: Seal, number: string): string {
  return seal.blindIndex(number.replace(/[\s.]/g, ''), 'dossiers.second-fact');
}

/** Every index under which the number may stand, older keys' too. */
export function secondFacts(seal: Seal, number: string): readonly string[] {
  return seal.blindIndexes(number.replace(/[\s.]/g, ''), 'dossiers.second-fact');
}

/** The people of a dossier, numbers opened: for officers who work on it and its own people. */
export async function partiesOf(
  connection: Connection,
  seal: Seal,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly PartyView[]> {
  const rows = await many(
    connection,
    sql<PartyRow>`
      select role, person_id as "personId", name, birth_date as "birthDate", identity_sealed as "identitySealed",
        identity_index as "identityIndex", phone, email, address, tax_code as "taxCode"
      from dossiers.party
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by array_position(array['owner', 'submitter', 'authorised', 'helper'], role)
    `,
  );
  return rows.map((row) => viewOf(seal, row));
}

/** Who owns a dossier, who handed it in and who helped: names alone. */
export function namesOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly Pick<PartyView, 'role' | 'name'>[]> {
  return many(
    connection,
    sql<Pick<PartyView, 'role' | 'name'>>`
      select role, name from dossiers.party
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by array_position(array['owner', 'submitter', 'authorised', 'helper'], role)
    `,
  );
}

function viewOf(seal: Seal, row: PartyRow): PartyView {
  return {
    role: row.role,
    name: row.name,
    ...(row.identitySealed !== null && {
      identityNumber: seal.open(row.identitySealed as Parameters<Seal['open']>[0], identitySeal),
    }),
    ...(row.birthDate !== null && { birthDate: row.birthDate }),
    ...(row.phone !== null && { phone: row.phone }),
    ...(row.email !== null && { email: row.email }),
    ...(row.address !== null && { address: row.address }),
    ...(row.taxCode !== null && { taxCode: row.taxCode }),
  };
}
