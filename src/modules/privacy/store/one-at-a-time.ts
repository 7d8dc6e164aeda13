import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';

/** What a person asks for at once, and lists to erase, are looked at one after the other: limits hold in two windows too. */
export async function oneAtATime(tx: Tx, what: Id<'person'> | 'erasure'): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('privacy.ask'), hashtext(${what}))`.execute(tx);
}
