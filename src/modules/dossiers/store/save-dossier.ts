import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Phase } from '../contract.ts';
import { endClock } from './clock-row.ts';
import type { DossierRow } from './dossier-row.ts';

/** Phases in which nothing is counted any more. */
const over: ReadonlySet<Phase> = new Set(['completed', 'stopped', 'returned']);

/** What a command may change on a locked dossier. */
export type DossierChange = Partial<
  Pick<
    DossierRow,
    | 'phase'
    | 'refused_at'
    | 'refusal_reason'
    | 'stopped_at'
    | 'completed_at'
    | 'returned_at'
    | 'received_unit_id'
    | 'competent_unit_id'
    | 'return_unit_id'
  >
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
  const isOver = over.has(next.phase);
  await sql`
    update dossiers.dossier
    set phase = ${next.phase}, version = version + 1, last_seq = ${lastSeq}, refused_at = ${next.refused_at},
      refusal_reason = ${next.refusal_reason}, completed_at = ${next.completed_at}, returned_at = ${next.returned_at},
      received_unit_id = ${next.received_unit_id}, competent_unit_id = ${next.competent_unit_id},
      return_unit_id = ${next.return_unit_id}, stopped_at = ${next.stopped_at},
      waiting_status = case when ${isOver} then null else waiting_status end
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossier.dossier_id}
  `.execute(tx);
  const endedAt = next.completed_at ?? next.stopped_at;
  if (endedAt && isOver && !over.has(dossier.phase))
    await endClock(tx, jurisdiction, dossier.dossier_id, endedAt);
}
