import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';

/** Messages about a dossier go when the facts about its people are erased. */
export async function eraseMessages(tx: Tx, jurisdiction: Jurisdiction, dossierId: string): Promise<void> {
  await sql`
    delete from notifications.message where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}`.execute(
    tx,
  );
}
