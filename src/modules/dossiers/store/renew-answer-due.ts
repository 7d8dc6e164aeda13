import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';

/** A new time by which the office answers, on the dossier and on its open intake. */
export async function renewAnswerDue(
  tx: Tx,
  jurisdiction: Jurisdiction,
  dossierId: string,
  taskId: string,
  dueAt: Date,
): Promise<void> {
  await sql`
    with dossier as (
      update dossiers.dossier set answer_due_at = ${dueAt}
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
    )
    update dossiers.task set due_at = ${dueAt}
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId} and task_id = ${taskId} and closed_at is null
  `.execute(tx);
}
