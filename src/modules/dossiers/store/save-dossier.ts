import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';
import type { DossierRow } from './dossier-row.ts';

/** What a command may change on a locked dossier. */
export type DossierChange = Partial<
  Pick<DossierRow, 'phase' | 'refused_at' | 'refusal_reason' | 'completed_at' | 'returned_at'>
>;

/** Writes the change and moves version and event sequence forward. The row is locked, so no version is lost. */
export async function saveDossier(
  tx: Tx,
  jurisdiction: Jurisdiction,
  dossier: DossierRow,
  change: DossierChange,
  lastSeq: number,
): Promise<void> {
  const next = { ...dossier, ...change };
  await sql`
    update dossiers.dossier
    set phase = ${next.phase}, version = version + 1, last_seq = ${lastSeq}, refused_at = ${next.refused_at},
      refusal_reason = ${next.refusal_reason}, completed_at = ${next.completed_at}, returned_at = ${next.returned_at}
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossier.dossier_id}
  `.execute(tx);
}
