import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';

/**
 * Nobody else changes the unit tree or who stands where until the transaction ends; reading goes on. Taken before anything else
 * but the row of the reorganisation: before accounts and posts.
 */
export async function lockUnits(tx: Tx, jurisdiction: Jurisdiction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(jurisdiction)}, 0))`.execute(tx);
}

/** The unit tree stays as it is until the transaction ends: what is given in a unit now is seen by its reorganisation, or sees it. */
export async function holdUnits(tx: Tx, jurisdiction: Jurisdiction): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${keyOf(jurisdiction)}, 0))`.execute(tx);
}

function keyOf(jurisdiction: Jurisdiction): string {
  return `identity-units:${jurisdiction}`;
}
